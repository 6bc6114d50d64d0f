import { limit, operation, returnAll } from '../../../shared';
import { alwaysSendBody, pagesOf } from '../../fields';
import { businessId } from '../../ids';
import { simpleChat } from '../../simple';
import { filters } from './filters';

export const getMany = operation.getMany({
	action: 'Get many chats',
	description: 'List chats of a business, such as those that wait for an answer of the seller or are about an order',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats',
	pages: pagesOf(20),
	prepare: alwaysSendBody,
	output: ({ body }) => (body as { result: { chats: [] } }).result.chats,
	simple: simpleChat,
	fields: [businessId, returnAll, limit, filters],
});
