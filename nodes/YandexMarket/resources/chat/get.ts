import type { Operation } from '../../../shared/operation';
import { businessId, chatId } from '../../ids';
import { simpleChat } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a chat',
	description: 'Get one chat: whose answer it waits for, its customer, and the order or return that it is about',
	method: 'GET',
	path: '/v2/businesses/{businessId}/chat',
	effect: 'read',
	simple: simpleChat,
	fields: [businessId, chatId],
};
