import { field, type Operation, type Request } from '../../../shared';
import { mostBytes } from '../../attachments';
import type { Envelope } from '../../envelope';
import * as envelope from '../../envelope';
import { channelName } from '../../ids';
import { post } from '../../mime';
import { inputField, mimeSource, mimeText, textOf } from '../../mimeSource';
import { acceptedMail, findOut } from '../../provider';

/** Values of this operation's fields, as they are after their checks. */
interface Mail {
	channel: string;
	mime?: string;
	inputDataFieldName?: string;
	additionalFields?: Envelope;
}

function complete({ body }: Request, text: string, { channel, additionalFields }: Mail) {
	const { mime, envelope: around } = post(text, additionalFields ?? {});
	const recipients = envelope.recipientsOf(around);
	Object.assign(body, { channel, recipients, originator: envelope.originatorOf(around), mime });
}

export const sendMime: Operation = {
	name: 'Send MIME',
	value: 'sendMime',
	action: 'Send a MIME message',
	description: 'Send an e-mail that is already complete, with headers, as text or as a file, at once and for good',
	method: 'POST',
	path: '/v4/messages/mime',
	effect: 'send',
	findOut,
	output: ({ body }) => acceptedMail(body),
	prepare(request, parameters) {
		const mail = parameters as unknown as Mail;
		if (mail.mime !== undefined) complete(request, mail.mime, mail);
	},
	files: {
		mostBytes,
		judges: true,
		wanted({ inputDataFieldName: field }) {
			const parameter = inputField.displayName;
			return field === undefined ? [] : [{ field: field as string, parameter }];
		},
		place(request, [file], parameters) {
			if (!file) return;
			complete(request, textOf(file.content, file.field), parameters as unknown as Mail);
		},
	},
	fields: [
		channelName,
		mimeSource,
		mimeText,
		inputField,
		field.notice(
			'Without recipients or a sender among the fields below, the headers To, Cc, Bcc and From of the mail name them. A Bcc header that names recipients is taken out of the mail.',
			'envelopeNotice',
		),
		field.additionalFields([
			envelope.bcc,
			envelope.cc,
			envelope.fromEmail,
			envelope.fromName,
			envelope.replyTo,
			envelope.separateMails,
			envelope.to,
		]),
	],
};
