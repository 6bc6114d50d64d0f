import { type Errand, type Field, operation, Unfit } from '../../../shared';
import { messageId } from '../../ids';
import { body, messageFieldsWith, posting } from '../../posting';
import { simpleMessage } from '../../simple';

/** A message as iBiz answers with it, as far as its place goes. */
interface Message {
	model?: string | null;
	res_id?: string | null;
}

const fields: Field[] = [body, messageFieldsWith([])];

/** The request that answers a message. Messages tell their model in upper case, iBiz takes it in lower case. */
const answer = (model: string, res_id: string): Errand => ({
	...posting,
	fields,
	prepare(request, parameters) {
		const place = { model: model.toLowerCase(), res_id, parent_id: parameters.messageId };
		Object.assign(request.body, place, { message_type: 'comment' });
		posting.prepare!(request, parameters);
	},
});

export const reply = operation.reply({
	action: 'Reply to a message',
	description:
		'Post an answer to a message, on the same record; iBiz may notify those who follow it. The output is what was sent: iBiz does not tell the ID of the answer.',
	method: 'GET',
	path: '/mail_messages/{messageId}',
	effect: 'read',
	simple: simpleMessage,
	fields: [
		{
			...messageId,
			default: { mode: 'id', value: '={{ $json.id }}' },
			description: 'The message to answer',
		},
		...fields,
	],
	prepare(request) {
		// The message is read first; what the fields hold goes with the answer to it
		request.body = {};
	},
	follow({ body: message }, parameters) {
		const { model, res_id: record } = (message ?? {}) as Message;
		if (model && record) return { errand: answer(model, record), parameters };
		throw new Unfit(
			`The message ${String(parameters.messageId)} is on no record, so it cannot be answered there`,
		);
	},
});
