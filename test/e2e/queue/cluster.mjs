import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { versionOf } from '../../../demo/installN8n.mjs';
import { n8nProgram, owner } from '../../../demo/n8n.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { restOf } from '../../../demo/rest.mjs';
import { startService } from '../../../demo/service.mjs';
import { environmentOf } from './compose.mjs';
import { startGateway } from './gateway.mjs';

/** Verbs of n8n's command, by the kinds of processes. */
const verbs = { main: 'start', worker: 'worker', webhook: 'webhook' };

/** What n8n 1.123 needs besides. */
const older = {
	// Else it keeps files in the data of executions, whatever the default mode is
	N8N_AVAILABLE_BINARY_DATA_MODES: 'database',
	// Else it has what a worker that has crashed was doing done again, messages and all
	QUEUE_WORKER_MAX_STALLED_COUNT: '0',
};

/** What differs where there is no Docker. */
const here = (port, url) => ({
	N8N_HOST: '127.0.0.1',
	N8N_PROTOCOL: 'http',
	WEBHOOK_URL: `${url}/`,
	N8N_EDITOR_BASE_URL: `${url}/`,
	GENERIC_TIMEZONE: 'UTC',
	DB_POSTGRESDB_PASSWORD: '',
	QUEUE_HEALTH_CHECK_PORT: String(port),
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
});

/** One process of n8n, with a user folder of its own, as in a container of its own. */
class Process {
	#place;
	#service;

	constructor(kind, name, place) {
		Object.assign(this, { kind, name });
		this.#place = place;
		this.home = path.join(place.folder, name);
		this.log = path.join(place.folder, `${name}.log`);
	}

	/** Every process loads the pack from its own user folder, as from the volume in Docker. */
	async prepare() {
		this.port = await freePort();
		const nodes = path.join('.n8n', 'nodes');
		await mkdir(path.join(this.home, '.n8n'), { recursive: true });
		const installed = path.join(this.#place.pack, nodes);
		await cp(installed, path.join(this.home, nodes), { recursive: true });
	}

	/** @param more settings for this time */
	async start(more = {}) {
		const { line, n8nFolder, settings, url } = this.#place;
		const environment = {
			...environmentOf(this.kind),
			...here(this.port, url),
			...settings,
			...more,
		};
		const verb = verbs[this.kind];
		const { command, options } = await n8nProgram(verb, n8nFolder, this.home, this.port, environment);
		const own = `http://127.0.0.1:${this.port}`;
		const ready = own + (this.kind === 'main' ? '/rest/settings' : '/healthz');
		const title = `${this.name} of n8n ${versionOf(line)}`;
		this.#service = await startService(title, command, { ...options, log: this.log, ready });
	}

	/** @param grace milliseconds that it has for what it is doing */
	stop = async (grace) => await this.#service?.stop(grace);

	/** Ends it as a crash does. */
	kill = async () => await this.#service.kill();

	/** The executions that it has begun to run, as its log tells. */
	executions = () => (readFileSync(this.log, 'utf8').match(/Worker started execution/g) ?? []).length;
}

/**
 * Starts n8n in queue mode: main, two workers, two webhook processes.
 *
 * @param place `line` and `n8nFolder`: of a whole n8n; `folder`: for user folders and logs; `pack`: a
 * user folder in which the pack is installed; `stores`: those of `startStores`
 */
export async function startCluster({ line, stores, ...place }) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const settings = {
		...stores.settings,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		...(line === '1.123' && older),
	};
	const process = (kind, name) => new Process(kind, name, { ...place, line, settings, url });
	const main = process('main', 'main');
	const workers = [process('worker', 'worker-1'), process('worker', 'worker-2')];
	const webhooks = [process('webhook', 'webhook-1'), process('webhook', 'webhook-2')];
	const others = [...workers, ...webhooks];
	await Promise.all([main, ...others].map(async (each) => await each.prepare()));
	// It prepares the database
	await main.start();
	await Promise.all(others.map(async (each) => await each.start()));
	const ports = webhooks.map((webhook) => webhook.port);
	const route = { main: main.port, webhooks: ports };
	const close = await startGateway(port, route);
	const rest = restOf(line, url);
	await rest.logIn(owner);
	return {
		...{ line, url, rest, main, workers, webhooks },
		/** Has the gateway use so many of the webhook processes from now on. */
		useWebhooks: (number) => (route.webhooks = ports.slice(0, number)),
		async stop() {
			close();
			await Promise.all([main, ...others].map(async (each) => await each.stop()));
		},
	};
}
