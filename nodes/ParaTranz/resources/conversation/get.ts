import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { digits } from '../../../shared/parse';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a conversation',
	description: 'Get the private mails exchanged with one user',
	method: 'GET',
	path: '/mails/conversations/{userId}',
	effect: 'read',
	fields: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 20481',
			description: 'The user number (UID) of the other side of the conversation',
			parse: digits,
		},
		returnAll,
		limit,
	],
};
