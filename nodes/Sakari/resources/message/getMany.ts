import { attachmentFields, field, limit, operation, returnAll } from '../../../shared';
import { asFilter, contactId, conversationId } from '../../ids';
import { pages } from '../../pages';
import { mediaOf, simpleMessage } from '../../simple';

export const getMany = operation.getMany({
	action: 'Get many messages',
	description: 'List many messages, sent and received',
	path: '/messages',
	pages,
	simple: simpleMessage,
	attachments: mediaOf,
	fields: [
		returnAll,
		limit,
		field.filters([
			asFilter(contactId, 'Only messages exchanged with this contact'),
			asFilter(conversationId, 'Only messages of this conversation'),
		]),
		...attachmentFields,
	],
});
