import { attachmentFields, operation } from '../../../shared';
import { messageId } from '../../ids';
import { mediaOf, simpleMessage } from '../../simple';

export const get = operation.get({
	action: 'Get a message',
	description: 'Get one message with its status',
	path: '/messages/{messageId}',
	simple: simpleMessage,
	attachments: mediaOf,
	fields: [messageId, ...attachmentFields],
});
