import { randomUUID } from 'node:crypto';

/** Type of a node of the pack. */
export const packType = (node) => `n8n-nodes-messaging-pack.${node}`;

/** Creates a credential for each service, named like the service. */
export async function createCredentials({ n8n, sandbox }) {
	for (const [service, data] of Object.entries(sandbox.credentials)) {
		await n8n.rest.createCredential(service, `${service}Api`, data);
	}
}

/** A credential of a service, as a node refers to it. */
export const credentialOf = (service, name = service) => ({
	[`${service}Api`]: { id: null, name },
});

/** A node of a workflow; `more` holds its credentials and settings. */
export const node = (name, type, parameters = {}, more = {}) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

/** Connects nodes one after the other, by their first outputs. */
export const chain = (...names) =>
	Object.fromEntries(
		names
			.slice(1)
			.map((name, index) => [names[index], { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);

/** A workflow, with n8n's own settings for new ones unless others are given. */
export const workflow = (name, nodes, connections = {}, settings = {}) => ({
	name,
	nodes,
	connections,
	settings: { executionOrder: 'v1', ...settings },
});
