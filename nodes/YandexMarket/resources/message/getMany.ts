import {
	attachmentFields,
	field,
	limit,
	operation,
	optional,
	returnAll,
	wholeId,
} from '../../../shared';
import { alwaysSendBody, pagesOf } from '../../fields';
import { businessId, chatId, messageId } from '../../ids';
import { filesOf, messagesIn, simpleMessage } from '../../simple';

export const getMany = operation.getMany({
	action: 'Get many messages',
	description: 'List the messages of a chat, which are its history, with their senders and files',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats/history',
	pages: pagesOf(100),
	prepare: alwaysSendBody,
	output: messagesIn,
	simple: simpleMessage,
	attachments: filesOf,
	fields: [
		businessId,
		chatId,
		returnAll,
		limit,
		field.options([
			{
				...optional(messageId),
				displayName: 'From Message',
				name: 'messageIdFrom',
				description: 'The message from which on to list messages',
				place: 'body.messageIdFrom',
				parse: wholeId,
			},
		]),
		...attachmentFields,
	],
});
