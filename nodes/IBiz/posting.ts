import { type Errand, field, type Field, headerText } from '../shared';
import { furtherFields } from './fields';
import { messageTypes } from './messageType';
import { putFurtherFields } from './request';

export const body = field.text('Body', 'body', {
	typeOptions: { rows: 5 },
	required: true,
	placeholder: 'e.g. <p>The customer was called</p>',
	description: 'Text of the message, as HTML',
	place: 'body.body',
});

export const messageType = field.choice('Message Type', 'messageType', {
	options: messageTypes,
	default: 'comment',
	description: 'What kind of message iBiz keeps it as',
	place: 'body.message_type',
});

/** Additional fields of a message, beside some of an operation's own. */
export const messageFieldsWith = (own: Field[]) =>
	field.additionalFields([
		furtherFields,
		...own,
		field.text('Subject', 'subject', { place: 'body.subject', parse: headerText() }),
	]);

/** The request that posts a message to the thread of a record, without its fields. */
export const posting: Pick<Errand, 'method' | 'path' | 'effect' | 'findOut' | 'prepare'> = {
	method: 'POST',
	path: '/mail_threads/mail_message_post',
	effect: 'send',
	findOut: 'Open the record in iBiz to see whether the message is there',
	prepare: putFurtherFields,
};
