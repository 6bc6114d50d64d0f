import { Agent, request } from 'node:http';

import type { Callback, Sandbox } from '../../sandbox/types';

/** A call as it goes over the wire. */
export interface Call {
	url: string;
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

export interface Answer {
	/** 0 when there was none. */
	status: number;
	text: string;
	milliseconds: number;
}

const agent = new Agent({ keepAlive: true });

export async function send({ url, method = 'POST', headers, body = '' }: Call): Promise<Answer> {
	const began = performance.now();
	return await new Promise((resolve) => {
		const end = (status: number, text: string) =>
			resolve({ status, text, milliseconds: performance.now() - began });
		const length = String(Buffer.byteLength(body));
		const all = { 'content-type': 'application/json', 'content-length': length, ...headers };
		const options = { method, headers: all, agent, timeout: 10_000 };
		const call = request(url, options, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () => end(response.statusCode ?? 0, text)).on('error', () => end(0, ''));
		});
		call.on('timeout', () => call.destroy()).on('error', () => end(0, ''));
		call.end(body);
	});
}

/** The call that the service makes. */
export const genuine = ({ url, headers, body }: Callback): Call => ({
	url,
	...(headers && { headers }),
	body: JSON.stringify(body),
});

/** No computer listens there. */
const nowhere = 'http://127.0.0.1:9/';

/** The calls that the service would make because of something; they do not go out. */
export async function callsFor(sandbox: Sandbox, happen: () => void): Promise<Callback[]> {
	const calls: Callback[] = [];
	const alter = (call: Callback) => {
		calls.push(call);
		return { ...call, url: nowhere };
	};
	sandbox.callBackLike({ alter, attempts: 1 });
	happen();
	await sandbox.callbacksDone();
	sandbox.callBackLike({ alter: undefined, attempts: 6 });
	return calls;
}
