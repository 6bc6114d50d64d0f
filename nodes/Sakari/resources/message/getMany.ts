import { attachmentFields } from '../../../shared/attachments';
import { limit, returnAll } from '../../../shared/fields';
import { field } from '../../../shared/kinds';
import type { Operation } from '../../../shared/operation';
import { asFilter, contactId, conversationId } from '../../ids';
import { pages } from '../../pages';
import { mediaOf, simpleMessage } from '../../simple';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'List many messages, sent and received',
	method: 'GET',
	path: '/messages',
	effect: 'read',
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
};
