import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { recordId } from '../../../shared/plain';
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
				{
					displayName: 'Contact ID',
					name: 'contactId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 65f0c0ffee0000000000d001',
					description: 'Only messages exchanged with this contact',
					place: 'query.contactId',
					parse: recordId,
				},
				{
					displayName: 'Conversation ID',
					name: 'conversationId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 65f0c0ffee0000000000e001',
					description: 'Only messages of this conversation',
					place: 'query.conversationId',
					parse: recordId,
				},
			],
		},
	],
};
