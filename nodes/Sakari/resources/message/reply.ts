import { type Field, operation } from '../../../shared';
import { conversationId } from '../../ids';
import { simpleSending } from '../../simple';
import { content, mustSay } from './content';

const conversation: Field = {
	...conversationId,
	default: { mode: 'id', value: '={{ $json.threadId }}' },
	description: 'The conversation to answer in; messages name theirs as threadId',
};

/** Source: https://developer.sakari.io/api-reference/messages/send-messages */
export const reply = operation.reply({
	action: 'Reply in a conversation',
	description:
		'Send a text message (SMS or MMS) to the contact of a conversation, from the number that it goes over. It costs credit and cannot be taken back.',
	path: '/messages',
	findOut: 'Use "Message: Get Many" with the conversation as filter to see whether the message is there',
	simple: simpleSending,
	fields: [conversation, ...content],
	prepare(request, parameters) {
		request.body.conversations = [parameters.conversationId];
		mustSay(request, parameters);
	},
});
