import type { Operation } from '../../../shared/operation';
import { conversationId } from '../../ids';
import { simpleConversation } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a conversation',
	description: 'Get one conversation with its contact and its last message; "Message: Get Many" gets its messages',
	method: 'GET',
	path: '/conversations/{conversationId}',
	effect: 'read',
	simple: simpleConversation,
	fields: [conversationId],
};
