import type { Operation } from '../../../shared/operation';
import { headerText } from '../../../shared/parse';
import { attachments, files, inlineImages } from '../../attachments';
import type { Content } from '../../content';
import { emailFormat, html, partsOf, text } from '../../content';
import { customArguments, customHeaders, headersOf } from '../../customHeaders';
import type { Envelope } from '../../envelope';
import * as envelope from '../../envelope';
import { byRecipient } from '../../group';
import { channelName } from '../../ids';
import { acceptedMail, findOut } from '../../provider';

/** Values of this operation's fields, as they are after their checks. */
interface Mail extends Content, Envelope {
	channel: string;
	additionalFields?: Envelope & Parameters<typeof headersOf>[0];
}

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a mail with text, HTML and attachments',
	method: 'POST',
	path: '/v4/messages',
	effect: 'send',
	findOut,
	files,
	group: byRecipient,
	output: ({ body }) => acceptedMail(body),
	prepare({ body }, parameters) {
		const mail = parameters as unknown as Mail;
		const header = { ...mail, ...mail.additionalFields };
		const headers = headersOf(header);
		Object.assign(body, {
			channel: mail.channel,
			recipients: envelope.recipientsOf(header),
			originator: envelope.originatorOf(header),
			...(headers && { custom_headers: headers }),
			body: { parts: partsOf(mail) },
		});
	},
	fields: [
		channelName,
		{ ...envelope.fromEmail, required: true },
		envelope.to,
		envelope.separateMails,
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Your invoice 1042',
			description: 'One line of at most 998 characters',
			place: 'body.subject',
			parse: headerText(998),
		},
		emailFormat,
		text,
		html,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				attachments,
				envelope.bcc,
				envelope.cc,
				customArguments,
				customHeaders,
				envelope.fromName,
				inlineImages,
				envelope.replyTo,
			],
		},
	],
};
