import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { userId } from '../../ids';
import { simpleMail } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a conversation',
	description: 'Get the private mails exchanged with one user',
	method: 'GET',
	path: '/mails/conversations/{userId}',
	effect: 'read',
	simple: (mail, { userId: other }) => simpleMail(mail, other),
	fields: [
		{ ...userId, description: 'The other side of the conversation' },
		returnAll,
		limit,
	],
};
