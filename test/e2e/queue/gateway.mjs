import { createServer, request } from 'node:http';

/** What main does not take where `N8N_DISABLE_PRODUCTION_MAIN_PROCESS` is set. */
const forWebhooks = /^\/(webhook|form)(-waiting)?\//;

/**
 * Stands before all n8ns as a reverse proxy does in a production set-up: webhooks go to the webhook
 * processes in turn, everything else to main. Tells whose calls it passes on, as proxies do.
 *
 * @param port to listen on, on this computer only
 * @param ports `main`, a port, and `webhooks`, several
 */
export async function startGateway(port, ports) {
	let turn = 0;
	const portFor = (url) =>
		forWebhooks.test(url) ? ports.webhooks[turn++ % ports.webhooks.length] : ports.main;
	const server = createServer((incoming, response) => {
		const { method, url, headers } = incoming;
		const target = { host: '127.0.0.1', port: portFor(url), method, path: url, headers };
		const outgoing = request(target, (answer) => {
			response.writeHead(answer.statusCode, answer.headers);
			answer.pipe(response);
		});
		outgoing.on('error', () => response.headersSent ? response.destroy() : response.writeHead(502).end());
		incoming.pipe(outgoing);
	});
	await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
	return () => {
		server.close();
		server.closeAllConnections();
	};
}
