import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { run } from '../../../demo/processes.mjs';
import { step } from '../../../demo/progress.mjs';
import { Sentence } from '../../../demo/sentence.mjs';

/** Debian keeps PostgreSQL's programs out of the path, a folder for each version. */
const versions = '/usr/lib/postgresql';

const folders = () => [
	...(existsSync(versions)
		? readdirSync(versions)
				.sort((one, other) => Number(other) - Number(one))
				.map((version) => path.join(versions, version, 'bin'))
		: []),
	...process.env.PATH.split(path.delimiter),
];

const find = (name) =>
	folders()
		.map((folder) => path.join(folder, name))
		.find(existsSync);

/** The programs that are needed, with the Debian packages that have them. */
const needed = {
	redis: ['redis-server', 'redis-server'],
	initdb: ['initdb', 'postgresql'],
	postgres: ['postgres', 'postgresql'],
	createdb: ['createdb', 'postgresql'],
	psql: ['psql', 'postgresql'],
};

const missing = () => [
	...new Set(
		Object.values(needed).flatMap(([name, debian]) => (find(name) === undefined ? debian : [])),
	),
];

const isRoot = process.getuid?.() === 0;

async function apt(...args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { code, output } = await run('apt-get', [...args, '-y'], { env });
	if (code !== 0) throw new Sentence(`"apt-get ${args.join(' ')}" did not succeed:\n${output}`);
}

/** The paths of the programs of Redis and PostgreSQL; installs what is missing where that is possible. */
export async function findPrograms() {
	const packages = missing();
	if (packages.length > 0) {
		if (!isRoot || find('apt-get') === undefined) {
			throw new Sentence(
				`Queue mode needs Redis and PostgreSQL: install ${packages.join(' and ')} (Debian and Ubuntu: "sudo apt install ${packages.join(' ')}"), then start again.`,
			);
		}
		await step(`Installing ${packages.join(' and ')}`, async () => {
			await apt('update');
			await apt('install', '--no-install-recommends', ...packages);
		});
	}
	return Object.fromEntries(Object.entries(needed).map(([key, [name]]) => [key, find(name)]));
}

/** PostgreSQL refuses to be run by root; then it is run by the user that its package has made. */
export function databaseUser() {
	if (!isRoot) return {};
	const [uid, gid] = ['-u', '-g'].map((flag) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
	);
	if (uid > 0 && gid > 0) return { uid, gid };
	throw new Sentence('PostgreSQL must not be run by root, and there is no user "postgres" here.');
}
