import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { programs, versionOf } from './installN8n.mjs';
import { npm } from './npm.mjs';
import { freePort } from './ports.mjs';
import { restOf } from './rest.mjs';
import { startService } from './service.mjs';

/** The log-in of the demo; n8n listens on this computer only. */
export const owner = {
	email: 'demo@messaging-pack.example',
	password: 'Messaging-pack-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** Settings of an n8n that this user runs otherwise must not reach the demo's. */
const foreign = /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|CREDENTIALS|WORKFLOWS|NODES)_/;

/** Calls to this computer must not take a way through a proxy. */
const direct = [process.env.no_proxy ?? process.env.NO_PROXY, '127.0.0.1', 'localhost']
	.filter(Boolean)
	.join(',');

const settings = (home, port, brokerPort) => ({
	no_proxy: direct,
	NO_PROXY: direct,
	N8N_USER_FOLDER: home,
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_PORT: String(port),
	N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	WEBHOOK_URL: `http://127.0.0.1:${port}/`,
	GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
	// The sandbox makes some calls as through a proxy, which tells whose they are
	N8N_PROXY_HOPS: '1',
	// As n8n 2 has it by itself; without it n8n 1.123 mixes up transactions that overlap
	DB_SQLITE_POOL_SIZE: '3',
	// On a busy computer; n8n refuses all calls while it finds its database too slow
	DB_PING_TIMEOUT_MS: '60000',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
});

/** Installs a packed package the way n8n's manual says: with npm, in `.n8n/nodes`. */
export async function installPack(home, tarball) {
	const nodes = path.join(home, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	await writeFile(path.join(nodes, 'package.json'), '{ "private": true }\n');
	await npm(['install', tarball, '--legacy-peer-deps', '--ignore-scripts'], { cwd: nodes });
}

/**
 * How one of n8n's programs is run, `start` or `worker`, as command and options of a service.
 *
 * @param folder of the whole n8n
 * @param home n8n's user folder
 * @param environment settings besides the usual ones
 */
export async function n8nProgram(program, folder, home, port, environment = {}) {
	const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	const bin = programs(folder);
	const n8n = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return {
		command: [path.join(bin, 'node'), n8n, program],
		options: {
			cwd: home,
			env: {
				...Object.fromEntries(inherited),
				...settings(home, port, await freePort()),
				...environment,
				PATH: `${bin}${path.delimiter}${process.env.PATH}`,
			},
		},
	};
}

/**
 * Starts an n8n of a line on a user folder, and creates its owner. `stop` ends it, `start` starts it
 * again on the same folder and address.
 */
export async function startN8n({ line, folder, home, port, logs, environment }) {
	const url = `http://127.0.0.1:${port}`;
	const log = path.join(logs, 'n8n.log');
	const { command, options } = await n8nProgram('start', folder, home, port, environment);
	let service;
	const start = async () => {
		const more = { ...options, log, ready: `${url}/rest/settings` };
		service = await startService(`n8n ${versionOf(line)}`, command, more);
	};
	await start();
	const rest = restOf(line, url);
	await rest.logIn(owner);
	return { url, log, home, ended: service.ended, rest, start, stop: () => service.stop() };
}
