import { operation } from '../../../shared';
import { message, sentTo } from '../../fields';
import { businessId, chatId } from '../../ids';

export const send = operation.send({
	action: 'Send a message',
	description: 'Send a text to the customer of a chat, which cannot be changed or taken back',
	path: '/v2/businesses/{businessId}/chats/message',
	findOut: 'Use "Message: Get Many" with this chat to see whether the message is there',
	output: sentTo,
	fields: [businessId, chatId, message],
});
