import { operation } from '../../../shared';
import { additionalFields } from '../../fields';
import { newThreadId } from '../../ids';
import { newThreads } from '../../group';
import { putThread } from '../../request';
import { simpleThread } from '../../simple';

export const create = operation.create({
	action: 'Create a mail thread',
	description:
		'Create a mail thread. Where the site keeps threads only inside other records, iBiz may answer with the input and store nothing.',
	path: '/mail_threads',
	group: newThreads,
	findOut: 'Use "Mail Thread: Check Key" with the same ID to see whether the thread is there',
	simple: simpleThread,
	fields: [newThreadId, additionalFields],
	prepare: putThread,
});
