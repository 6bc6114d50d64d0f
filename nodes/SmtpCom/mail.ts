import type { IDataObject } from 'n8n-workflow';

import { field } from '../shared';
import { attachments, inlineImages } from './attachments';
import { type Content, partsOf } from './content';
import { customArguments, customHeaders, type Header, headersOf } from './customHeaders';
import { bcc, cc, type Envelope, fromName, originatorOf, recipientsOf, replyTo } from './envelope';

/** Values of the fields of a mail, as they are after their checks. */
export interface Mail extends Content, Envelope {
	channel: string;
	additionalFields?: Envelope & Parameters<typeof headersOf>[0];
}

export const additionalFields = field.additionalFields([
	attachments,
	bcc,
	cc,
	customArguments,
	customHeaders,
	fromName,
	inlineImages,
	replyTo,
]);

/**
 * The body of a request that sends a mail, without its subject. Throws `Unfit` with a whole sentence.
 *
 * @param usual headers that it has unless the user gives others
 */
export function bodyOf(mail: Mail, usual: Header[] = []): IDataObject {
	const header = { ...mail, ...mail.additionalFields };
	const headers = headersOf(header, usual);
	return {
		channel: mail.channel,
		recipients: recipientsOf(header),
		originator: originatorOf(header),
		...(headers && { custom_headers: headers }),
		body: { parts: partsOf(mail) },
	};
}
