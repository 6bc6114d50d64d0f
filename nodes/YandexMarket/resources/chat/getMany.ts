import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { alwaysSendBody, pagesOf } from '../../fields';
import { businessId } from '../../ids';
import { filters } from './filters';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many chats',
	description: 'List many chats of a business',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats',
	effect: 'read',
	pages: pagesOf(20),
	prepare: alwaysSendBody,
	output: ({ body }) => (body as { result: { chats: [] } }).result.chats,
	fields: [businessId, returnAll, limit, filters],
};
