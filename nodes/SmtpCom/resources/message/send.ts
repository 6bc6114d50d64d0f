import { field, headerText, operation } from '../../../shared';
import { files } from '../../attachments';
import { emailFormat, html, text } from '../../content';
import { sender, separateMails, to } from '../../envelope';
import { byRecipient } from '../../group';
import { channelName } from '../../ids';
import { additionalFields, bodyOf, type Mail } from '../../mail';
import { acceptedMail, findOut } from '../../provider';

export const send = operation.send({
	action: 'Send a message',
	description: 'Send a new e-mail to people, at once and for good; it counts against the quota of the channel',
	path: '/v4/messages',
	findOut,
	files,
	group: byRecipient,
	output: ({ body }) => acceptedMail(body),
	prepare({ body }, parameters) {
		Object.assign(body, bodyOf(parameters as unknown as Mail));
	},
	fields: [
		channelName,
		sender,
		to,
		separateMails,
		field.text('Subject', 'subject', {
			required: true,
			placeholder: 'e.g. Your invoice 1042',
			description: 'One line of at most 998 characters',
			place: 'body.subject',
			parse: headerText(998),
		}),
		emailFormat,
		text,
		html,
		additionalFields,
	],
});
