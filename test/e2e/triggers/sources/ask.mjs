import { call } from '../../../../demo/call.mjs';

/** Makes a function that asks a service for JSON. */
export const asking =
	(url, headers) =>
	async (method, path, body) => {
		const answer = await call(method, url + path, body, headers);
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path} is answered with ${answer.status}: ${text}`);
		return text && JSON.parse(text);
	};
