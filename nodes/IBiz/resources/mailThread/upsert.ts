import { operation } from '../../../shared';
import { additionalFields } from '../../fields';
import { newThreadId } from '../../ids';
import { putThread } from '../../request';
import { simpleThread } from '../../simple';

export const upsert = operation.upsert({
	action: 'Create or update a mail thread',
	description: 'Create a new mail thread, or update the current one if it already exists (upsert)',
	path: '/mail_threads/save',
	findOut: 'Use "Mail Thread: Get" with the same ID to see what the thread holds',
	simple: simpleThread,
	fields: [newThreadId, additionalFields],
	prepare: putThread,
});
