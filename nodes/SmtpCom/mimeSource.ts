import type { Field } from '../shared/operation';
import { asText, Unfit } from '../shared/parse';

export const mimeSource: Field = {
	displayName: 'MIME Source',
	name: 'mimeSource',
	type: 'options',
	default: 'text',
	options: [
		{ name: 'Binary Field', value: 'binary', description: 'A file such as mail.eml' },
		{ name: 'Text', value: 'text', description: 'Text written here or in an expression' },
	],
};

export const mimeText: Field = {
	displayName: 'MIME Message',
	name: 'mime',
	type: 'string',
	typeOptions: { rows: 8 },
	required: true,
	default: '',
	description:
		'The whole mail with its headers, at most 10 MB; SMTP.com delivers it without checks',
	displayOptions: { show: { mimeSource: ['text'] } },
	parse: asText,
};

export const inputField: Field = {
	displayName: 'Input Data Field Name',
	name: 'inputDataFieldName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input binary field containing the mail',
	displayOptions: { show: { mimeSource: ['binary'] } },
};

/** The text of a mail that comes as a file. Throws `Unfit` when JSON could not carry it unchanged. */
export function textOf(content: Buffer, field: string): string {
	const mime = content.toString('utf8');
	if (Buffer.from(mime).equals(content)) return mime;
	throw new Unfit(
		`The file in '${field}' is not UTF-8 text. Parts in other encodings must be in base64 or quoted-printable`,
	);
}
