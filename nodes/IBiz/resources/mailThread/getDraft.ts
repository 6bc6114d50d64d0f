import type { Operation } from '../../../shared';
import { additionalFields } from '../../fields';
import { newThreadId } from '../../ids';
import { bodyToQuery, putThread } from '../../request';
import { simpleThread } from '../../simple';

export const getDraft: Operation = {
	name: 'Get Draft',
	value: 'getDraft',
	action: 'Get a draft of a mail thread',
	description: 'Get a mail thread filled with the defaults of the site; nothing is stored',
	method: 'GET',
	path: '/mail_threads/get_draft',
	effect: 'read',
	simple: simpleThread,
	fields: [newThreadId, additionalFields],
	prepare(request, parameters) {
		putThread(request, parameters);
		bodyToQuery(request);
	},
};
