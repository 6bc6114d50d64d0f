import type { Operation } from '../../../shared/operation';
import { businessId, chatId, messageId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get a message of a chat: its sender, its text and its files',
	method: 'GET',
	path: '/v2/businesses/{businessId}/chats/message',
	effect: 'read',
	fields: [businessId, chatId, messageId],
};
