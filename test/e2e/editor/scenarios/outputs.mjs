import assert from 'node:assert/strict';

import { chain, credentialOf, node, packType, workflow } from '../../workflows.mjs';

/** Fields of the one form of messages. */
const fields = ['provider', 'threadId', 'direction', 'from', 'to', 'text', 'status', 'createdAt'];

/** What a node gives is to be seen before it has run, as its schema, and then as it is. */
export const outputs = {
	name: 'outputs',
	async trial({ n8n, open }) {
		const start = node('Start', 'n8n-nodes-base.manualTrigger');
		const list = node(
			'Messages',
			packType('sakari'),
			{ resource: 'message', operation: 'getMany' },
			{
				credentials: credentialOf('sakari'),
			},
		);
		const next = node('Next', 'n8n-nodes-base.noOp');
		const nodes = [start, list, next].map((one, index) => ({ ...one, position: [index * 240, 0] }));
		const made = await n8n.rest.createWorkflow(
			workflow('Outputs', nodes, chain('Start', 'Messages', 'Next')),
		);
		const editor = await open();
		await editor.show(made, next.id);
		const input = editor.at('ndv-input-panel');
		await input.getByText('Usually outputs the following fields').waitFor();
		await editor.picture('output-schema-before');
		const before = await input.innerText();
		assert.deepEqual(
			fields.filter((field) => !before.includes(field)),
			[],
		);

		await editor.show(made, list.id);
		const after = await editor.execute();
		await editor.picture('output-table');
		assert.match(after, /50 items/);
		assert.match(after, /Limit of 50 items reached/, 'n8n hints at what Limit has left out');
		await editor.at('output-panel').getByTestId('radio-button-schema').click();
		await editor.picture('output-schema');
		const schema = await editor.at('output-panel').innerText();
		assert.deepEqual(
			fields.filter((field) => !schema.includes(field)),
			[],
		);
		await editor.close();
	},
};
