import type { Operation } from '../../../shared/operation';
import { messageId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Get one message with its status',
	method: 'GET',
	path: '/messages/{messageId}',
	effect: 'read',
	fields: [messageId],
};
