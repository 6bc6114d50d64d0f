import { type Answer, inputField, oneFileAsForm, type Operation } from '../../../shared';
import { importTag } from './fields';

/** iBiz answers with what was wrong, by row number: `{ "3": "name is too long" }`. */
function asResult({ body }: Answer) {
	const refused = Object.entries((body ?? {}) as Record<string, unknown>);
	return {
		success: refused.length === 0,
		refusedRows: refused.map(([row, reason]) => ({ row: Number(row), reason: String(reason) })),
	};
}

export const importRows: Operation = {
	name: 'Import',
	value: 'import',
	action: 'Import mail threads from a file',
	description: 'Create and change mail threads by an Excel file of the input item, and list the rows that were refused',
	method: 'POST',
	path: '/mail_threads/importdata',
	effect: 'change',
	findOut: 'Use "Mail Thread: Get Many" to see which rows are there',
	fields: [inputField, importTag],
	files: oneFileAsForm(),
	output: asResult,
};
