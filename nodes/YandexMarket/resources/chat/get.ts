import { operation } from '../../../shared';
import { businessId, chatId } from '../../ids';
import { simpleChat } from '../../simple';

export const get = operation.get({
	action: 'Get a chat',
	description: 'Get one chat: whose answer it waits for, its customer, and the order or return that it is about',
	path: '/v2/businesses/{businessId}/chat',
	simple: simpleChat,
	fields: [businessId, chatId],
});
