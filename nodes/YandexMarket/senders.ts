import type { INodePropertyOptions } from 'n8n-workflow';
import { field } from '../shared';


/** Source: https://yandex.ru/dev/market/partner-api/doc/en/reference/chats/getChatHistory */
export const all: INodePropertyOptions[] = [
	{ name: 'Customer', value: 'CUSTOMER' },
	{ name: 'Seller', value: 'PARTNER', description: 'You, in the seller account or by this node' },
	{ name: 'Support', value: 'SUPPORT', description: 'An employee of Yandex Market' },
	{ name: 'Yandex Market', value: 'MARKET', description: 'Automatic messages' },
];

/** Whose messages start a workflow. */
export const senders = field.choices('Senders', 'senders', {
	required: true,
	options: all,
	default: ['CUSTOMER'],
	description:
		'Whose messages start the workflow. A workflow that answers by itself must leave out Seller, or it answers its own messages.',
});

/** Whether messages of some senders do not start the workflow. */
export const isSelective = (chosen: string[]) => all.some(({ value }) => !chosen.includes(String(value)));
