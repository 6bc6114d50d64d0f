import { attachmentFields } from '../../../shared/attachments';
import type { Operation } from '../../../shared/operation';
import { businessId, chatId, messageId } from '../../ids';
import { filesOf, simpleMessage } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get one message of a chat: its sender, its text and its files',
	method: 'GET',
	path: '/v2/businesses/{businessId}/chats/message',
	effect: 'read',
	simple: simpleMessage,
	attachments: filesOf,
	fields: [businessId, chatId, messageId, ...attachmentFields],
};
