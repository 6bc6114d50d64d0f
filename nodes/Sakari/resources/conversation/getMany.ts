import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { pages } from '../../pages';
import { simpleConversation } from '../../simple';

/** Source: https://developer.sakari.io/api-reference/conversations/fetch-conversations */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many conversations',
	description: 'List many conversations, each with its contact and its last message',
	method: 'GET',
	path: '/conversations',
	effect: 'read',
	simple: simpleConversation,
	pages,
	fields: [returnAll, limit],
};
