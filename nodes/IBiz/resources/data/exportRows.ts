import { exportOperation } from './exportOperation';

export const exportRows = exportOperation({
	name: 'Export',
	value: 'export',
	action: 'Export mail threads to a file',
	description: 'Export mail threads to an Excel file',
	path: '/mail_threads/exportdata/{method}',
	fields: [],
});
