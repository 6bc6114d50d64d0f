import { inputField, oneFileAsForm, type Operation, outputField } from '../../../shared';
import { file } from '../../file';
import { importTag } from './fields';

export const importWithErrorFile: Operation = {
	name: 'Import with Error File',
	value: 'importWithErrorFile',
	action: 'Import mail threads and get refused rows as a file',
	description:
		'Import mail threads from an Excel file. Refused rows come back as counts or as an Excel file, depending on the version of the site.',
	method: 'POST',
	path: '/mail_threads/importdata2',
	effect: 'change',
	findOut: 'Use "Mail Thread: Get Many" to see which rows are there',
	fields: [inputField, importTag, outputField],
	files: oneFileAsForm(),
	download: (answer) => file(answer, 'refused-rows.xlsx'),
};
