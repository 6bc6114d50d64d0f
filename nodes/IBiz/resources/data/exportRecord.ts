import { threadId } from '../../ids';
import { exportOperation } from './exportOperation';

export const exportRecord = exportOperation({
	name: 'Export Record',
	value: 'exportRecord',
	action: 'Export one mail thread to a file',
	description: 'Export what a list method gives for one mail thread to an Excel file',
	path: '/mail_threads/exportdata/{method}/{threadId}',
	fields: [threadId],
});
