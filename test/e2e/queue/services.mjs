import { packNode } from './workflows.mjs';

/** How the text of each item is sent as a message. */
const sending = {
	paraTranz: { resource: 'mail', operation: 'send', to: '20481', content: '={{ $json.text }}' },
	smtpCom: {
		resource: 'message',
		operation: 'send',
		channel: 'marketing',
		fromEmail: 'shop@acme.example',
		to: 'ada@example.com',
		subject: 'News',
		emailFormat: 'text',
		text: '={{ $json.text }}',
	},
	iBiz: {
		resource: 'mailThread',
		operation: 'postMessage',
		model: 'crm_lead',
		recordId: '5e05d8448f8461dada9b0000',
		body: '={{ $json.text }}',
	},
	sakari: {
		resource: 'message',
		operation: 'send',
		sendTo: 'phoneNumber',
		phoneNumber: '+12025550200',
		template: '={{ $json.text }}',
	},
	yandexMarket: {
		resource: 'message',
		operation: 'send',
		businessId: '924574',
		chatId: '11870001',
		message: '={{ $json.text }}',
	},
};

/** A node that sends a message for each item. */
export const sender = (service, parameters = {}, settings = {}) =>
	packNode('Send', service, { ...sending[service], ...parameters }, settings);
