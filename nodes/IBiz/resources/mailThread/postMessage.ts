import type { Field, Operation } from '../../../shared/operation';
import { headerText } from '../../../shared/parse';
import { furtherFields } from '../../fields';
import { messages } from '../../group';
import { at, messageId, model, optionalAt, recordId } from '../../ids';
import { messageTypes } from '../../messageType';
import { putFurtherFields } from '../../request';

const messageType: Field = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	options: messageTypes,
	default: 'comment',
	description: 'What kind of message iBiz keeps it as',
	place: 'body.message_type',
};

const messageFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		furtherFields,
		{
			...optionalAt(messageId, 'body.parent_id'),
			displayName: 'Parent Message ID',
			name: 'parent_id',
			description: 'Key of the message that this one answers',
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			place: 'body.subject',
			parse: headerText(),
		},
	],
};

export const postMessage: Operation = {
	name: 'Post Message',
	value: 'postMessage',
	action: 'Post a message to the thread of a record',
	description:
		'Post a message to the thread of a record, for example of a lead. The output is what was sent: iBiz does not tell the ID of the new message.',
	method: 'POST',
	path: '/mail_threads/mail_message_post',
	effect: 'send',
	group: messages,
	findOut: 'Open the record in iBiz to see whether the message is there',
	fields: [
		at(model, 'body.model'),
		at(recordId, 'body.res_id'),
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 5 },
			required: true,
			default: '',
			placeholder: 'e.g. <p>The customer was called</p>',
			description: 'Text of the message, as HTML',
			place: 'body.body',
		},
		messageType,
		messageFields,
	],
	prepare: putFurtherFields,
};
