import { field } from './kinds';
import type { Files } from './operation';

/** The binary field of the input item that is to be sent. */
export const inputField = field.text('Input Data Field Name', 'inputDataFieldName', {
	default: 'data',
	required: true,
	hint: 'The name of the input binary field that holds the file',
});

/** Sends the file in `inputField` as a part of a form, with its name and type. */
export const oneFileAsForm = ({
	part = 'file',
	mostBytes,
}: { part?: string; mostBytes?: number } = {}): Files => ({
	wanted: ({ inputDataFieldName }) => [
		{ field: inputDataFieldName as string, parameter: inputField.displayName },
	],
	mostBytes,
	place(request, files) {
		const form = new FormData();
		for (const { name, mimeType, content } of files) {
			form.append(part, new Blob([new Uint8Array(content)], { type: mimeType }), name);
		}
		Object.assign(request, { body: form });
	},
});
