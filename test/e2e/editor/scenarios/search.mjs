import assert from 'node:assert/strict';

/** What a person may look for, and the node that is to be among what is found. */
const wanted = {
	Sakari: [
		...['sakari', 'sms', 'mms', 'text message', 'texting', 'phone', 'opt out', 'reminder'],
		...['message', 'inbox', 'campaign'],
	],
	'SMTP.com': [
		...['smtp', 'smtp.com', 'email', 'e-mail', 'mail', 'newsletter', 'bounce', 'unsubscribe'],
		...['message', 'attachment'],
	],
	ParaTranz: [
		...['paratranz', 'translation', 'translate', 'translator', 'localization', 'private mail'],
		...['mail', 'message', 'inbox'],
	],
	iBiz: [
		...['ibiz', 'odoo', 'mail thread', 'chatter', 'follower', 'notification', 'comment', 'erp'],
		...['message', 'chat', 'crm'],
	],
	'Yandex Market': [
		...['yandex', 'market', 'marketplace', 'seller', 'customer', 'buyer', 'chat', 'support'],
		...['message', 'inbox', 'shop'],
	],
	'Yandex Market Polling Trigger': ['yandex', 'market', 'chat'],
};

/** What starts a workflow stands in the node too, under one of these names at least. */
const triggers = {
	Sakari: ['On message received', 'On contact opted out'],
	'SMTP.com': ['On mail bounced for good', 'On link clicked'],
	ParaTranz: ['On new ParaTranz event'],
	iBiz: ['On new iBiz event'],
	'Yandex Market': ['On message sent'],
};

export const search = {
	name: 'search',
	async trial({ open }) {
		const editor = await open();
		await editor.newWorkflow();
		await editor.openNodes();
		const missing = [];
		for (const [node, words] of Object.entries(wanted)) {
			for (const word of words) {
				const found = await editor.search(word);
				if (!found.includes(node)) missing.push(`${node} by "${word}"`);
			}
		}
		await editor.search('sms');
		await editor.picture('search-sms');
		for (const [node, events] of Object.entries(triggers)) {
			await editor.newWorkflow();
			await editor.openNodes();
			await editor.search(node);
			await editor.openFound(node);
			await editor.at('node-creator-category-item').first().waitFor();
			await editor.picture(`search-${node}`);
			const shown = await editor.at('node-creator').innerText();
			missing.push(...events.filter((event) => !shown.includes(event)).map((e) => `${node}: ${e}`));
		}
		await editor.close();
		assert.deepEqual(missing, [], `not found: ${missing.join(', ')}`);
	},
};
