import type { Operation } from '../../../shared';
import { conversationId } from '../../ids';
import { simpleConversation } from '../../simple';

/** Source: https://developer.sakari.io/api-reference/conversations/closes-a-conversation */
export const close: Operation = {
	name: 'Close',
	value: 'close',
	action: 'Close a conversation',
	description: 'Mark a conversation with a contact as done',
	method: 'PUT',
	path: '/conversations/{conversationId}/close',
	effect: 'change',
	findOut: 'Use "Conversation: Get" with the same ID to see whether the conversation is closed',
	simple: simpleConversation,
	fields: [conversationId],
};
