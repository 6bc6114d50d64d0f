import type { Operation } from '../../../shared/operation';
import { messageId } from '../../ids';
import { simpleMessage } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get one message by its key',
	method: 'GET',
	path: '/mail_messages/{messageId}',
	effect: 'read',
	empty: { found: false },
	simple: simpleMessage,
	fields: [messageId],
};
