import { asText, field, Unfit } from '../shared';

export const mimeSource = field.choice('MIME Source', 'mimeSource', {
	default: 'text',
	options: [
		{ name: 'Binary Field', value: 'binary', description: 'A file such as mail.eml' },
		{ name: 'Text', value: 'text', description: 'Text written here or in an expression' },
	],
});

export const mimeText = field.text('MIME Message', 'mime', {
	typeOptions: { rows: 8 },
	required: true,
	description:
		'The whole mail with its headers, at most 10 MB; SMTP.com delivers it without checks',
	displayOptions: { show: { mimeSource: ['text'] } },
	parse: asText,
});

export const inputField = field.text('Input Data Field Name', 'inputDataFieldName', {
	required: true,
	default: 'data',
	hint: 'The name of the input binary field containing the mail',
	displayOptions: { show: { mimeSource: ['binary'] } },
});

/** The text of a mail that comes as a file. Throws `Unfit` when JSON could not carry it unchanged. */
export function textOf(content: Buffer, field: string): string {
	const mime = content.toString('utf8');
	if (Buffer.from(mime).equals(content)) return mime;
	throw new Unfit(
		`The file in '${field}' is not UTF-8 text. Parts in other encodings must be in base64 or quoted-printable`,
	);
}
