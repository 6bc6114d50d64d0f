import type { Operation } from '../../../shared/operation';
import { threadId } from '../../ids';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a mail thread',
	description: 'Delete a mail thread permanently; this cannot be undone',
	method: 'DELETE',
	path: '/mail_threads/{threadId}',
	effect: 'change',
	empty: { deleted: true },
	findOut: 'Use "Mail Thread: Check Key" with the same ID to see whether the thread is gone',
	fields: [threadId],
};
