import { createServer } from 'node:net';

import { Sentence } from './sentence.mjs';

const listen = (port) =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const taken = server.address().port;
			server.close(() => resolve(taken));
		});
	});

/** A port of this computer that nobody uses. */
export const freePort = () => listen(0);

/** Throws a `Sentence` unless the port is free. */
export async function checkPort(port) {
	await listen(port).catch(({ code }) => {
		const reason = code === 'EADDRINUSE' ? 'is in use by another program' : 'cannot be used';
		throw new Sentence(
			`Port ${port} ${reason}: stop what uses it, or choose another one with "npm start -- --port ${port + 10}".`,
		);
	});
}
