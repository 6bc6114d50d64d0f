import { attachmentFields } from '../../../shared/attachments';
import type { Operation } from '../../../shared/operation';
import { messageId } from '../../ids';
import { mediaOf, simpleMessage } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get one message with its status',
	method: 'GET',
	path: '/messages/{messageId}',
	effect: 'read',
	simple: simpleMessage,
	attachments: mediaOf,
	fields: [messageId, ...attachmentFields],
};
