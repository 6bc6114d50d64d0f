import type { Field, Operation } from '../../../shared/operation';
import { text } from '../../../shared/parse';
import { recipientId, recipientsProject } from '../../ids';
import { simpleMail } from '../../simple';

export const content: Field = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 5 },
	required: true,
	default: '',
	description: 'The text of the mail; ParaTranz renders Markdown',
	place: 'body.content',
	parse: text(50_000),
};

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a mail',
	description: 'Send a private mail to another ParaTranz user, who is notified; it cannot be taken back',
	method: 'POST',
	path: '/mails',
	effect: 'send',
	findOut: 'Use "Conversation: Get" with the recipient to see whether the mail is there',
	simple: (mail, { to }) => simpleMail(mail, to),
	fields: [recipientsProject, recipientId, content],
};
