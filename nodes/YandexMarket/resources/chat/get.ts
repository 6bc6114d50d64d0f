import type { Operation } from '../../../shared/operation';
import { businessId, chatId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a chat',
	description: 'Get a chat: its status, its customer, and what it is about',
	method: 'GET',
	path: '/v2/businesses/{businessId}/chat',
	effect: 'read',
	fields: [businessId, chatId],
};
