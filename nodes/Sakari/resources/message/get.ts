import type { Operation } from '../../../shared/operation';
import { recordId } from '../../../shared/plain';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get one message with its status',
	method: 'GET',
	path: '/messages/{messageId}',
	effect: 'read',
	fields: [
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 65f0c0ffee0000000000c001',
			description: 'The ID of the message, as Send and Get Many give it',
			parse: recordId,
		},
	],
};
