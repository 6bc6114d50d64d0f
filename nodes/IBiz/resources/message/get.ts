import { operation } from '../../../shared';
import { messageId } from '../../ids';
import { simpleMessage } from '../../simple';

export const get = operation.get({
	action: 'Get a message',
	description: 'Get one message by its key',
	path: '/mail_messages/{messageId}',
	empty: { found: false },
	simple: simpleMessage,
	fields: [messageId],
});
