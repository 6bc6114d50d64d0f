import type { Operation } from '../../../shared/operation';
import { text } from '../../../shared/parse';
import { sentTo } from '../../fields';
import { businessId, chatId } from '../../ids';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a message to a chat with a customer',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats/message',
	effect: 'send',
	findOut: 'Use "Message: Get Many" with this chat to see whether the message is there',
	output: sentTo,
	fields: [
		businessId,
		chatId,
		{
			displayName: 'Text',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			description: 'The text of the message, at most 4096 characters, without formatting',
			place: 'body.message',
			parse: text(4096),
		},
	],
};
