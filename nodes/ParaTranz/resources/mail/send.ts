import { field, operation, text } from '../../../shared';
import { recipientId, recipientsProject } from '../../ids';
import { simpleMail } from '../../simple';

export const content = field.text('Content', 'content', {
	typeOptions: { rows: 5 },
	required: true,
	description: 'The text of the mail; ParaTranz renders Markdown',
	place: 'body.content',
	parse: text(50_000),
});

export const send = operation.send({
	action: 'Send a mail',
	description: 'Send a private mail to another ParaTranz user, who is notified; it cannot be taken back',
	path: '/mails',
	findOut: 'Use "Conversation: Get" with the recipient to see whether the mail is there',
	simple: (mail, { to }) => simpleMail(mail, to),
	fields: [recipientsProject, recipientId, content],
});
