import { rmSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { eventually } from '../../../demo/eventually.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { launch, run, stopOne } from '../../../demo/processes.mjs';
import { Sentence } from '../../../demo/sentence.mjs';
import { databaseUser, findPrograms } from './programs.mjs';

const address = '127.0.0.1';
const user = 'n8n';

async function succeed(command, args, options) {
	const { code, output } = await run(command, args, options);
	if (code !== 0) throw new Sentence(`${path.basename(command)} did not succeed:\n${output}`);
	return output;
}

async function startRedis({ redis }, folder) {
	const port = String(await freePort());
	const kept = ['--save', '', '--appendonly', 'no', '--dir', folder];
	const child = launch(redis, ['--port', port, '--bind', address, ...kept], { stdio: 'ignore' });
	return { port, child };
}

async function startPostgres({ initdb, postgres, createdb, psql }, folder) {
	const owner = { ...databaseUser(), cwd: folder };
	if (owner.uid) await chown(folder, owner.uid, owner.gid);
	const data = path.join(folder, 'data');
	const how = ['--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C'];
	await succeed(initdb, ['--pgdata', data, '--no-sync', ...how], owner);
	const port = String(await freePort());
	// What is lost in a crash of this computer is not wanted again
	const settings = { fsync: 'off', max_connections: '200', unix_socket_directories: folder };
	const child = launch(
		postgres,
		['-D', data, '-h', address, '-p', port]
			.concat(Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])),
		{ ...owner, stdio: 'ignore' },
	);
	const client = ['--host', address, '--port', port, '--username', user];
	await eventually('PostgreSQL takes a new database', async () => {
		const { code } = await run(createdb, [...client, 'n8n'], owner);
		return code === 0;
	});
	const query = async (sql) => {
		const quiet = ['--no-psqlrc', '--tuples-only', '--no-align', '--command', sql, 'n8n'];
		return (await succeed(psql, [...client, ...quiet], owner)).trim();
	};
	return { port, child, query };
}

/**
 * Starts a Redis and a PostgreSQL of their own, with nothing in them, reachable from this computer
 * only. `settings` are the environment variables that lead n8n there.
 */
export async function startStores() {
	const programs = await findPrograms();
	const folder = await mkdtemp(path.join(tmpdir(), 'messaging-pack-queue-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const [forRedis, forPostgres] = ['redis', 'postgres'].map((name) => path.join(folder, name));
	// Another user has to get through to its own
	await chmod(folder, 0o711);
	await Promise.all([mkdir(forRedis), mkdir(forPostgres, { mode: 0o700 })]);
	const redis = await startRedis(programs, forRedis);
	const postgres = await startPostgres(programs, forPostgres);
	return {
		settings: {
			QUEUE_BULL_REDIS_HOST: address,
			QUEUE_BULL_REDIS_PORT: redis.port,
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: address,
			DB_POSTGRESDB_PORT: postgres.port,
			DB_POSTGRESDB_DATABASE: 'n8n',
			DB_POSTGRESDB_USER: user,
		},
		query: postgres.query,
		async stop() {
			await Promise.all([redis, postgres].map(async ({ child }) => await stopOne(child)));
		},
	};
}
