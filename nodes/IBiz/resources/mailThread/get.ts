import type { Operation } from '../../../shared/operation';
import { threadId } from '../../ids';
import { simpleThread } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a mail thread',
	description: 'Get one mail thread with its counts',
	method: 'GET',
	path: '/mail_threads/{threadId}',
	effect: 'read',
	empty: { found: false },
	simple: simpleThread,
	fields: [threadId],
};
