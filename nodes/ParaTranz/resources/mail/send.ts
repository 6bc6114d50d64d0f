import type { Operation } from '../../../shared/operation';
import { text, wholeId } from '../../../shared/parse';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a mail',
	description: 'Send a private mail to another ParaTranz user',
	method: 'POST',
	path: '/mails',
	effect: 'send',
	findOut: 'Use "Conversation: Get" with the recipient to see whether the mail is there',
	fields: [
		{
			displayName: 'Recipient ID',
			name: 'to',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 20481',
			description:
				"The recipient's user number (UID), as in the address of the user's page, paratranz.cn/users/20481",
			place: 'body.to',
			parse: wholeId,
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 5 },
			required: true,
			default: '',
			description: 'The text of the mail; ParaTranz renders Markdown',
			place: 'body.content',
			parse: text(50_000),
		},
	],
};
