import { inputField, oneFileAsForm, operation } from '../../../shared';
import { sentTo } from '../../fields';
import { businessId, chatId } from '../../ids';

export const send = operation.send({
	action: 'Send a file',
	description: 'Send a file of at most 5 MB to the customer of a chat, which cannot be taken back',
	path: '/v2/businesses/{businessId}/chats/file/send',
	findOut: 'Use "Message: Get Many" with this chat to see whether the file is there',
	// The API says 5 MB and not which of the two; this is the smaller one
	files: oneFileAsForm({ mostBytes: 5_000_000 }),
	output: sentTo,
	fields: [businessId, chatId, inputField],
});
