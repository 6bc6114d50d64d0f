import type { Operation } from '../../../shared/operation';
import { message, sentTo } from '../../fields';
import { businessId, chatId } from '../../ids';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a text to the customer of a chat, which cannot be changed or taken back',
	method: 'POST',
	path: '/v2/businesses/{businessId}/chats/message',
	effect: 'send',
	findOut: 'Use "Message: Get Many" with this chat to see whether the message is there',
	output: sentTo,
	fields: [businessId, chatId, message],
};
