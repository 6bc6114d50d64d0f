import { operation } from '../../../shared';
import { conversationId } from '../../ids';
import { simpleConversation } from '../../simple';

export const get = operation.get({
	action: 'Get a conversation',
	description: 'Get one conversation with its contact and its last message; "Message: Get Many" gets its messages',
	path: '/conversations/{conversationId}',
	simple: simpleConversation,
	fields: [conversationId],
});
