import type { Operation } from '../../../shared/operation';
import { additionalFields } from '../../fields';
import { newThreadId } from '../../ids';
import { putThread } from '../../request';
import { simpleThread } from '../../simple';

export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a mail thread',
	description: 'Create a new mail thread, or update the current one if it already exists (upsert)',
	method: 'POST',
	path: '/mail_threads/save',
	effect: 'change',
	findOut: 'Use "Mail Thread: Get" with the same ID to see what the thread holds',
	simple: simpleThread,
	fields: [newThreadId, additionalFields],
	prepare: putThread,
};
