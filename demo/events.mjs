import { eventually } from './eventually.mjs';

/** Fills in the form that the latest e-mail links to; the fields in their order. */
async function fillIn(sandbox, values) {
	const sent = (await sandbox.requests()).filter(({ endpoint }) => endpoint === 'POST /v4/messages');
	const [link] = /http\S+$/.exec(sent.at(-1).body.body.parts[0].content);
	const form = new FormData();
	for (const [index, value] of values.entries()) form.set(`field-${index}`, value);
	const answer = await fetch(link, { method: 'POST', body: form });
	if (!answer.ok) throw new Error(`The form is answered with ${answer.status}: ${await answer.text()}`);
}

/** Fills in the form that an example starts with: of five people, three cannot get an SMS. */
async function submitList(address) {
	const form = new FormData();
	form.set('field-0', 'Ada, +12025550110\nBen\t+12025550111\n\nCleo, 12\nDora, +12025550103\nEve');
	form.set('field-1', 'Hello NAME, our shop opens an hour later today.');
	const formAddress = address.replace('/webhook/', '/form/').replace(/\/webhook$/, '');
	const answer = await fetch(formAddress, { method: 'POST', body: form });
	if (!answer.ok) throw new Error(`The form is answered with ${answer.status}: ${await answer.text()}`);
}

/**
 * The examples that wait for something to happen at a service, by the file's name: what lets it
 * happen in the sandbox, and what a person does where the workflow waits for one. `address` is that
 * of the workflow's trigger.
 */
export const events = {
	'ibiz-message-to-followers.json': {
		happens: (sandbox) =>
			sandbox.happen('iBiz', {
				model: 'CRM_LEAD',
				res_id: '5e05d8448f8461dada9b0000',
				body: '<p>The customer agrees.</p>',
			}),
	},
	'paratranz-answer-mails.json': {
		happens: (sandbox) =>
			sandbox.happen('paraTranz', { from: 20482, content: 'Is chapter 12 due this week?' }),
	},
	'sakari-opt-out-to-contact.json': {
		happens: (sandbox) =>
			sandbox.happen('sakari', { eventType: 'contact-opt-out', from: '+12025550110' }),
	},
	'sakari-campaign-from-list.json': {
		happens: async (_, address) => await submitList(address),
	},
	'smtpcom-bounce-to-sender.json': {
		happens: (sandbox) =>
			sandbox.happen('smtpCom', {
				channel: 'newsletter',
				event: 'hard_bounced',
				recipients: ['bounce@example.com'],
			}),
	},
	'yandex-market-ai-draft-with-approval.json': {
		async happens(sandbox, address) {
			await sandbox.happen('yandexMarket', { address });
			await eventually('the first call of Yandex Market is answered', async () =>
				(await sandbox.callbacks()).some(({ status }) => status === 200),
			);
			await sandbox.happen('yandexMarket', { text: 'Do you have it in red?' });
		},
		answer: async (sandbox) => await fillIn(sandbox, ['Yes, in red too.', 'Send it']),
	},
};
