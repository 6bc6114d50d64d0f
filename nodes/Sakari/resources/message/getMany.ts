import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { asFilter, contactId, conversationId } from '../../ids';
import { pages } from '../../pages';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'List many messages, sent and received',
	method: 'GET',
	path: '/messages',
	effect: 'read',
	pages,
	fields: [
		returnAll,
		limit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				asFilter(contactId, 'Only messages exchanged with this contact'),
				asFilter(conversationId, 'Only messages of this conversation'),
			],
		},
	],
};
