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
	'smtpcom-bounce-to-sender.json': {
		happens: (sandbox) =>
			sandbox.happen('smtpCom', {
				channel: 'newsletter',
				event: 'hard_bounced',
				recipients: ['bounce@example.com'],
			}),
	},
};
