import type { Operation } from '../../../shared';
import { recipientId } from '../../ids';
import { content, send } from './send';

export const reply: Operation = {
	...send,
	name: 'Reply',
	value: 'reply',
	action: 'Reply to a mail',
	description: 'Send a private mail to the user who wrote a mail; it cannot be taken back',
	fields: [
		{
			...recipientId,
			displayName: 'Sender of the Mail',
			default: { mode: 'id', value: '={{ $json.from.id }}' },
			description: 'The user who gets the reply; by default the one who wrote the mail of the input item',
		},
		content,
	],
};
