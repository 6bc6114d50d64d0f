import type { IDataObject } from 'n8n-workflow';

import { field, Unfit } from '../shared';
import { mostBytes } from './attachments';

export const emailFormat = field.choice('Email Format', 'emailFormat', {
	default: 'html',
	options: [
		{ name: 'HTML', value: 'html' },
		{ name: 'Text', value: 'text' },
		{ name: 'Text and HTML', value: 'both' },
	],
});

export const text = field.text('Text', 'text', {
	typeOptions: { rows: 5 },
	required: true,
	description: 'The mail as plain text',
	displayOptions: { show: { emailFormat: ['text', 'both'] } },
});

export const html = field.text('HTML', 'html', {
	typeOptions: { rows: 5 },
	required: true,
	description: 'The mail as HTML; attached images are shown by content ID, as in src="cid:logo"',
	displayOptions: { show: { emailFormat: ['html', 'both'] } },
});

/** Values of the fields above, as they are after their checks. */
export interface Content {
	text?: string;
	html?: string;
}

/**
 * The `body.parts` of a request.
 *
 * @throws Unfit when the parts alone are larger than a mail may be
 */
export function partsOf(mail: Content): IDataObject[] {
	const parts = Object.entries({ 'text/plain': mail.text, 'text/html': mail.html })
		.filter(([, content]) => content !== undefined)
		.map(([type, content]) => ({ type, charset: 'UTF-8', content }));
	if (Buffer.byteLength(parts.map((part) => part.content).join('')) > mostBytes) {
		throw new Unfit(`'Text' and 'HTML' must have at most ${mostBytes} bytes together`);
	}
	return parts;
}
