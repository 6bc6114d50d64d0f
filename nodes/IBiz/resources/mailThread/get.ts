import type { Operation } from '../../../shared/operation';
import { threadId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a mail thread',
	description: 'Get one mail thread by its key',
	method: 'GET',
	path: '/mail_threads/{threadId}',
	effect: 'read',
	empty: { found: false },
	fields: [threadId],
};
