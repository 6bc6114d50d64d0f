import path from 'node:path';

import { call } from './call.mjs';
import { freePort } from './ports.mjs';
import { startService } from './service.mjs';
import { root } from './setup.mjs';

async function told(method, url, body) {
	const answer = await call(method, url, body);
	const content = await answer.json();
	if (!answer.ok) throw new Error(`The sandbox answers ${answer.status}: ${content.message}`);
	return content;
}

/** Starts the five services on a free port. `credentials` are those they accept, by provider. */
export async function startSandbox(logs) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const control = `${url}/_sandbox`;
	const command = [process.execPath, '--import', 'tsx', 'sandbox/main.ts', '--port', String(port)];
	const { ended, stop } = await startService('The sandbox', command, {
		cwd: root,
		env: process.env,
		log: path.join(logs, 'sandbox.log'),
		ready: `${control}/credentials`,
	});
	return {
		url,
		ended,
		stop,
		credentials: await told('GET', `${control}/credentials`),
		requests: () => told('GET', `${control}/requests`),
		deliveries: () => told('GET', `${control}/deliveries`),
		callbacks: () => told('GET', `${control}/callbacks`),
		callBackLike: (manner) => told('POST', `${control}/callbacks`, manner),
		happen: (service, event) => told('POST', `${control}/happen/${service}`, event),
		reset: () => told('POST', `${control}/reset`),
	};
}
