import type { IDataObject } from 'n8n-workflow';

import type { Files, ItemFile, WantedFile } from '../shared';
import { asText, field, matching, names, Unfit } from '../shared';

/**
 * Most bytes of a mail, 10 MB. SMTP.com counts the mail that it makes, in which files are a third
 * larger; what it still refuses is told by its answer.
 * Source: https://www.smtp.com/smtp-api-documentation/
 */
export const mostBytes = 10 * 1024 * 1024;

interface InlineImage {
	field: string;
	contentId?: string;
}

/** The parameters that ask for files. */
interface Asked {
	html?: string;
	additionalFields?: { attachments?: string[]; inlineImages?: { image?: InlineImage[] } };
}

export const attachments = field.text('Attachments', 'attachments', {
	placeholder: 'e.g. data, invoice',
	description:
		'Comma-separated names of the binary fields to attach, together at most 10 MB. A file that the HTML shows as cid:name, by its field or file name, goes inline.',
	parse: names,
});

const imageField = field.text('Input Binary Field', 'field', {
	required: true,
	default: 'data',
	hint: 'The name of the input binary field containing the image',
});

const contentId = matching(
	(value) => asText(value).trim().replace(/^<(.*)>$/s, '$1'),
	/^[^\s<>\p{Cc}]{1,500}$/u,
	'must be one word',
);

export const inlineImages = field.entries('Inline Images', 'inlineImages', {
	description: 'Binary fields that the HTML shows by a content ID of your choice',
	entry: {
		displayName: 'Image',
		name: 'image',
		values: [
			imageField,
			field.text('Content ID', 'contentId', {
				placeholder: 'e.g. logo',
				description: 'What stands after cid: in the HTML; the name of the field if empty',
				parse: contentId,
			}),
		],
	},
});

/** A content ID without the escapes of an address (RFC 2392); one with broken escapes as it is. */
function decoded(id: string): string {
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}

/** The content IDs that a mail's HTML shows. */
function shownIn(html = ''): Set<string> {
	const shown = new Set<string>();
	for (const [, id = ''] of html.matchAll(/\bcid:([^\s"'<>()]+)/gi)) {
		shown.add(id).add(decoded(id));
	}
	return shown;
}

const oneLine = (value: string) => value.replace(/\p{Cc}+/gu, ' ');

function attachmentOf({ field, name, mimeType, content, about }: ItemFile, shown: Set<string>) {
	const cid = about?.cid ?? [field, name].find((id) => shown.has(id));
	return {
		type: oneLine(mimeType),
		disposition: cid === undefined ? 'attachment' : 'inline',
		filename: oneLine(name),
		...(cid !== undefined && { cid }),
		encoding: 'base64',
		content: content.toString('base64'),
	};
}

/** Files of a mail: base64 in the JSON body, inline where the HTML shows them. */
export const files: Files = {
	mostBytes,
	fits({ mimeType }, { field, parameter }) {
		if (/^message\/rfc822\b/i.test(mimeType)) {
			throw new Unfit(
				`'${parameter}' names '${field}', which is a mail itself (message/rfc822). SMTP.com takes no such attachment`,
			);
		}
	},
	wanted(parameters): WantedFile[] {
		const { attachments: attached = [], inlineImages: inline } =
			(parameters as Asked).additionalFields ?? {};
		const images = (inline?.image ?? []).map(({ field, contentId = field }) => ({
			field,
			parameter: `${inlineImages.displayName}: ${imageField.displayName}`,
			about: { cid: contentId },
		}));
		const others = attached
			.filter((field) => !images.some((image) => image.field === field))
			.map((field) => ({ field, parameter: attachments.displayName }));
		return [...others, ...images];
	},
	place(request, contents, parameters) {
		if (contents.length === 0) return;
		const shown = shownIn((parameters as Asked).html);
		const body = request.body.body as IDataObject;
		body.attachments = contents.map((file) => attachmentOf(file, shown));
	},
};
