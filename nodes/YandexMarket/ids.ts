import type { Field } from '../shared/operation';
import { digits } from '../shared/parse';

export const businessId: Field = {
	displayName: 'Business ID',
	name: 'businessId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 924574',
	description:
		'The number of the seller account that the shop belongs to; the API tells it as business of each campaign',
	parse: digits,
};

export const chatId: Field = {
	displayName: 'Chat ID',
	name: 'chatId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 11870001',
	description: 'The number of the chat, as "Chat: Create" and "Chat: Get Many" give it',
	place: 'query.chatId',
	parse: digits,
};

export const messageId: Field = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 990011',
	description: 'The number of the message, as "Message: Get Many" and the triggers give it',
	place: 'query.messageId',
	parse: digits,
};
