import { operation } from '../../../shared';
import { updateFields } from '../../fields';
import { threadId } from '../../ids';
import { changedThreads } from '../../group';
import { putThread } from '../../request';
import { simpleThread } from '../../simple';

export const update = operation.update({
	action: 'Update a mail thread',
	description: 'Change fields of a mail thread; fields that are not added stay as they are',
	path: '/mail_threads/{threadId}',
	group: changedThreads,
	findOut: 'Use "Mail Thread: Get" with the same ID to see what the thread holds',
	simple: simpleThread,
	fields: [threadId, updateFields],
	prepare: putThread,
});
