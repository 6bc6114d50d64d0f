import { operation } from '../../../shared';
import { type Answer, answered } from '../../answer';
import { files } from '../../attachments';
import { emailFormat, html, text } from '../../content';
import { sender } from '../../envelope';
import { channelName } from '../../ids';
import { additionalFields, bodyOf, type Mail } from '../../mail';
import { acceptedMail, findOut } from '../../provider';

export const reply = operation.reply({
	action: 'Reply to a message',
	description: 'Send an e-mail that answers a given one, in its conversation, at once and for good',
	path: '/v4/messages',
	findOut,
	files,
	output: ({ body }) => acceptedMail(body),
	prepare({ body }, parameters) {
		const { message, ...mail } = parameters as unknown as Mail & { message: Answer };
		const { to, subject, headers } = message;
		Object.assign(body, bodyOf({ ...mail, to }, headers), { subject });
	},
	fields: [channelName, answered, sender, emailFormat, text, html, additionalFields],
});
