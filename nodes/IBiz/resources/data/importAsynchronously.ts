import { field, type Operation, recordId } from '../../../shared';
import { importTag } from './fields';

export const importAsynchronously: Operation = {
	name: 'Import Asynchronously',
	value: 'importAsynchronously',
	action: 'Start an import of mail threads',
	description:
		'Start an import, which creates and changes mail threads, from a file that was uploaded to iBiz before; get the job that carries it out',
	method: 'GET',
	path: '/mail_threads/asyncimportdata2',
	effect: 'change',
	findOut: 'Use "Mail Thread: Get Many" to see which rows are there',
	fields: [
		field.text('File ID', 'fileId', {
			required: true,
			description: 'ID that iBiz gave the uploaded Excel file',
			place: 'query.srfossfileid',
			parse: recordId,
		}),
		importTag,
		field.additionalFields([
			field.text('Header Definition ID', 'importSchemaId', {
				description: 'ID of the definition that says which column holds which field',
				place: 'query.srfimportschemaid',
				parse: recordId,
			}),
		]),
	],
};
