import { field, type Operation, outputField } from '../../../shared';
import { keys } from '../../parse';
import { printTag } from './fields';
import { askForFormat, contentType, printed } from './format';

export const print: Operation = {
	name: 'Print',
	value: 'print',
	action: 'Print mail threads to a file',
	description: 'Print one or more mail threads to a PDF, HTML, Excel or Word file',
	method: 'GET',
	path: '/mail_threads/printdata/{threadIds}',
	effect: 'read',
	fields: [
		field.text('Thread IDs', 'threadIds', {
			required: true,
			placeholder: 'e.g. 5e05d8448f8461dada9ba29c, 5e05d8448f8461dada9ba29d',
			description: 'Comma-separated keys of the mail threads to print',
			parse: keys,
		}),
		contentType,
		printTag,
		outputField,
	],
	prepare: askForFormat,
	download: printed('print'),
};
