import { type Operation, outputField } from '../../../shared';
import { file } from '../../file';
import { importTag } from './fields';

export const getImportTemplate: Operation = {
	name: 'Get Import Template',
	value: 'getImportTemplate',
	action: 'Get the import template for mail threads',
	description: 'Get the Excel file that an import expects, without rows',
	method: 'GET',
	path: '/mail_threads/importtemplate',
	effect: 'read',
	fields: [importTag, outputField],
	download: (answer) => file(answer, 'import-template.xlsx'),
};
