import { operation } from '../../../shared';
import { threadId } from '../../ids';
import { simpleThread } from '../../simple';

export const get = operation.get({
	action: 'Get a mail thread',
	description: 'Get one mail thread with its counts',
	path: '/mail_threads/{threadId}',
	empty: { found: false },
	simple: simpleThread,
	fields: [threadId],
});
