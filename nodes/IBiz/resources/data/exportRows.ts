import { exportOperation } from './exportOperation';

export const exportRows = exportOperation({
	name: 'Export',
	value: 'export',
	action: 'Export mail threads to a file',
	description: 'Get an Excel file with mail threads; nothing is changed',
	path: '/mail_threads/exportdata/{method}',
	fields: [],
});
