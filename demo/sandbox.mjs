import path from 'node:path';

import { freePort } from './ports.mjs';
import { startService } from './service.mjs';
import { root } from './setup.mjs';

async function call(url, method = 'GET', body) {
	const answer = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const told = await answer.json();
	if (!answer.ok) throw new Error(`The sandbox answers ${answer.status}: ${told.message}`);
	return told;
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
		credentials: await call(`${control}/credentials`),
		requests: () => call(`${control}/requests`),
		deliveries: () => call(`${control}/deliveries`),
		callbacks: () => call(`${control}/callbacks`),
		callBackLike: (manner) => call(`${control}/callbacks`, 'POST', manner),
		happen: (service, event) => call(`${control}/happen/${service}`, 'POST', event),
		reset: () => call(`${control}/reset`, 'POST'),
	};
}
