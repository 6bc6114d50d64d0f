import type { Operation } from '../../../shared';
import { messages } from '../../group';
import { at, messageId, model, optionalAt, recordId } from '../../ids';
import { body, messageFieldsWith, messageType, posting } from '../../posting';
import { simpleMessage } from '../../simple';

const additionalFields = messageFieldsWith([
	{
		...optionalAt(messageId, 'body.parent_id'),
		displayName: 'Parent Message',
		name: 'parent_id',
		description: 'The message that this one answers',
	},
]);

export const postMessage: Operation = {
	...posting,
	name: 'Post Message',
	value: 'postMessage',
	action: 'Post a message to the thread of a record',
	description:
		'Post a message to the thread of a record, for example of a lead; iBiz may notify those who follow it. The output is what was sent: iBiz does not tell the ID of the new message.',
	group: messages,
	simple: simpleMessage,
	fields: [at(model, 'body.model'), at(recordId, 'body.res_id'), body, messageType, additionalFields],
};
