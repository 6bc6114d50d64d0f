import assert from 'node:assert/strict';

import { chain, credentialOf, node, packType, workflow } from '../../workflows.mjs';

/** What is wrong, and what a person must be able to read then. */
const cases = [
	{
		name: 'a wrong number',
		items: [{ phone: '+12025550143' }, { phone: '12' }],
		step: node(
			'Send',
			packType('sakari'),
			{ resource: 'message', operation: 'send', phoneNumber: '={{ $json.phone }}', template: 'Hi' },
			{ credentials: credentialOf('sakari') },
		),
		said: [
			/'Phone Number' must be a phone number in international form/,
			/This is item 1/,
			/Nothing was sent/,
		],
	},
	{
		name: 'a message that the service does not know',
		items: [{}],
		step: node(
			'Get',
			packType('sakari'),
			{
				resource: 'message',
				operation: 'get',
				messageId: { __rl: true, mode: 'id', value: '65f0c0ffee00000000ffffff' },
			},
			{ credentials: credentialOf('sakari') },
		),
		said: [/Sakari/, /not found|does not|unknown/i],
	},
];

export const errors = {
	name: 'errors',
	async trial({ n8n, sandbox, open }) {
		const editor = await open();
		for (const { name, items, step, said } of cases) {
			const start = node('Start', 'n8n-nodes-base.manualTrigger');
			const data = node(
				'Items',
				'n8n-nodes-base.set',
				{
					...{ mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
				},
				{ typeVersion: 3.4 },
			);
			const split = node('Split', 'n8n-nodes-base.splitOut', {
				fieldToSplitOut: 'items',
				options: {},
			});
			const nodes = [start, data, split, step].map((one, index) => ({
				...one,
				position: [index * 240, 0],
			}));
			const links = chain('Start', 'Items', 'Split', step.name);
			const made = await n8n.rest.createWorkflow(workflow(`Error: ${name}`, nodes, links));
			const before = (await sandbox.deliveries()).length;
			await editor.show(made, step.id);
			const shown = await editor.execute();
			await editor.picture(`error-${name.replaceAll(' ', '-')}`);
			for (const pattern of said) assert.match(shown, pattern);
			assert.equal((await sandbox.deliveries()).length, before, 'nothing is sent');
		}
		await editor.close();
	},
};
