import { chain, credentialOf, node, packType, workflow } from '../workflows.mjs';

/** A node of the pack, with the credential of its service. */
export const packNode = (name, service, parameters, { type = service, ...settings } = {}) =>
	node(name, packType(type), parameters, { credentials: credentialOf(service), ...settings });

/** What another program calls to start the workflow; it gets its answer at once. */
export const called = (path) =>
	node(
		'Called',
		'n8n-nodes-base.webhook',
		{ httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		{ typeVersion: 2, webhookId: path },
	);

/** Makes an item of each entry of the list `messages` in the call. */
export const eachMessage = node('Each Message', 'n8n-nodes-base.splitOut', {
	fieldToSplitOut: 'body.messages',
	options: {},
});

/** A workflow of nodes one after the other. */
export const series = (name, ...nodes) =>
	workflow(name, nodes, chain(...nodes.map((each) => each.name)));
