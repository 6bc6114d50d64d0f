import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { wholeId } from '../../../shared/parse';
import { alwaysSendBody, pagesOf } from '../../fields';
import { businessId, chatId } from '../../ids';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'List many messages of a chat, which is its history',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats/history',
	effect: 'read',
	pages: pagesOf(100),
	prepare: alwaysSendBody,
	output: ({ body }) => (body as { result: { messages: [] } }).result.messages,
	fields: [
		businessId,
		chatId,
		returnAll,
		limit,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'From Message ID',
					name: 'messageIdFrom',
					type: 'string',
					default: '',
					placeholder: 'e.g. 990011',
					description: 'The number of the message from which on to list messages',
					place: 'body.messageIdFrom',
					parse: wholeId,
				},
			],
		},
	],
};
