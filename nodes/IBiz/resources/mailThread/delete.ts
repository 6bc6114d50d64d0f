import { operation } from '../../../shared';
import { threadId } from '../../ids';

export const remove = operation.delete({
	action: 'Delete a mail thread',
	description: 'Delete a mail thread permanently; this cannot be undone',
	path: '/mail_threads/{threadId}',
	empty: { deleted: true },
	findOut: 'Use "Mail Thread: Check Key" with the same ID to see whether the thread is gone',
	fields: [threadId],
});
