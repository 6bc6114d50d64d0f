import { credentialOf, node, packType } from '../workflows.mjs';

/** Name of the node that sends, in each of these workflows. */
export const sender = 'Send Text';

/** Sends a text with what an input item says. */
export const send = (parameters = {}) =>
	node(
		sender,
		packType('sakari'),
		{
			resource: 'message',
			operation: 'send',
			sendTo: 'phoneNumber',
			phoneNumber: '={{ $json.phone }}',
			template: '={{ $json.text }}',
			...parameters,
		},
		{ credentials: credentialOf('sakari') },
	);

const phone = '+12025550110';

/** One who wants no texts any more: the service refuses. */
export const optedOut = '+12025550102';

export const texts = ['One', 'Two', 'Three'];

const all = { items: texts.map((text) => ({ phone, text })) };

/** Nodes that give an item for each text, and their names. */
export const items = [
	node(
		'All',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: JSON.stringify(all), options: {} },
		{ typeVersion: 3.4 },
	),
	node('Items', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'items', options: {} }),
];
export const itemNames = items.map(({ name }) => name);

export const textsOf = (list) => list.map(({ text }) => text).sort();
