import path from 'node:path';

import { freePort } from './ports.mjs';
import { startService } from './service.mjs';
import { root } from './setup.mjs';

async function read(url, method = 'GET') {
	const answer = await fetch(url, { method });
	return await answer.json();
}

/** Starts the five services on a free port. `credentials` are those they accept, by provider. */
export async function startSandbox(logs) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const control = `${url}/_sandbox`;
	const command = [process.execPath, '--import', 'tsx', 'sandbox/main.ts', '--port', String(port)];
	const { ended } = await startService('The sandbox', command, {
		cwd: root,
		env: process.env,
		log: path.join(logs, 'sandbox.log'),
		ready: `${control}/credentials`,
	});
	return {
		url,
		ended,
		credentials: await read(`${control}/credentials`),
		requests: () => read(`${control}/requests`),
		deliveries: () => read(`${control}/deliveries`),
		reset: () => read(`${control}/reset`, 'POST'),
	};
}
