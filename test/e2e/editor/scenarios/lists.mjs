import assert from 'node:assert/strict';

import { credentialOf, node, packType, workflow } from '../../workflows.mjs';

const cases = [
	{
		...{
			type: 'smtpCom',
			service: 'smtpCom',
			list: 'channel',
			words: 'newsl',
			entry: 'newsletter',
		},
		parameters: { resource: 'message', operation: 'send' },
	},
	{
		...{ type: 'sakari', service: 'sakari', list: 'contactId', words: 'Eve', entry: 'Eve Lind' },
		parameters: { resource: 'message', operation: 'send', sendTo: 'contact' },
	},
];

/** Records are chosen from lists, in which they are searched for. */
export const lists = {
	name: 'lists',
	async trial({ n8n, open }) {
		const editor = await open();
		for (const { type, service, parameters, list, words, entry } of cases) {
			const one = node('Step', packType(type), parameters, { credentials: credentialOf(service) });
			await editor.show(await n8n.rest.createWorkflow(workflow(`List ${list}`, [one])), one.id);
			const found = await editor.find(list, words);
			assert.ok(found.length > 0 && found.every((name) => name.includes(words)), found.join());
			await editor.picture(`list-${list}`);
			await editor.at('rlc-item').filter({ hasText: entry }).first().click();
			const chosen = editor.at(`resource-locator-${list}`).getByTestId('rlc-input');
			const shown = await chosen.evaluate((element) =>
				[element, ...element.querySelectorAll('input')].map((one) => one.value ?? '').join(''),
			);
			assert.ok(shown.includes(entry), `the field shows "${shown}", not "${entry}"`);
		}
		await editor.close();
	},
};
