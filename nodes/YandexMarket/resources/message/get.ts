import { attachmentFields, operation } from '../../../shared';
import { businessId, chatId, messageId } from '../../ids';
import { filesOf, simpleMessage } from '../../simple';

export const get = operation.get({
	action: 'Get a message',
	description: 'Get one message of a chat: its sender, its text and its files',
	path: '/v2/businesses/{businessId}/chats/message',
	simple: simpleMessage,
	attachments: filesOf,
	fields: [businessId, chatId, messageId, ...attachmentFields],
});
