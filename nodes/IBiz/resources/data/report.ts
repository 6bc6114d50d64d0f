import { field, type Operation, outputField } from '../../../shared';
import { furtherFields } from '../../fields';
import { putFurtherFields, requireBody } from '../../request';
import { reportTag } from './fields';
import { askForFormat, contentType, printed } from './format';

export const report: Operation = {
	name: 'Report',
	value: 'report',
	action: 'Make a report on mail threads',
	description: 'Make a report on mail threads as a PDF, HTML, Excel or Word file',
	method: 'POST',
	path: '/mail_threads/report',
	effect: 'read',
	fields: [contentType, reportTag, field.additionalFields([furtherFields]), outputField],
	prepare(request, parameters) {
		askForFormat(request, parameters);
		putFurtherFields(request, parameters);
		requireBody(request);
	},
	download: printed('report'),
};
