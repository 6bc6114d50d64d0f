import type { Field, Operation } from '../../../shared/operation';
import { businessId, chatId, sentTo } from '../../fields';

const inputField: Field = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input binary field that holds the file',
	description: 'The file to send, at most 5 MB',
};

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a file',
	description: 'Send a file to a chat with a customer',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats/file/send',
	effect: 'send',
	findOut: 'Use "Message: Get Many" with this chat to see whether the file is there',
	files: {
		wanted: ({ binaryPropertyName }) => [
			{ field: binaryPropertyName as string, parameter: inputField.displayName },
		],
		// The API says 5 MB and not which of the two; this is the smaller one.
		mostBytes: 5_000_000,
		place(request, files) {
			const form = new FormData();
			for (const { name, mimeType, content } of files) {
				form.append('file', new Blob([content], { type: mimeType }), name);
			}
			Object.assign(request, { body: form });
		},
	},
	output: sentTo,
	fields: [businessId, chatId, inputField],
};
