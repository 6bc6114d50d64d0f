import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { userId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a conversation',
	description: 'Get the private mails exchanged with one user',
	method: 'GET',
	path: '/mails/conversations/{userId}',
	effect: 'read',
	fields: [
		{ ...userId, description: 'The user number (UID) of the other side of the conversation' },
		returnAll,
		limit,
	],
};
