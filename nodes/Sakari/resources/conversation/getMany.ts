import { limit, operation, returnAll } from '../../../shared';
import { pages } from '../../pages';
import { simpleConversation } from '../../simple';

/** Source: https://developer.sakari.io/api-reference/conversations/fetch-conversations */
export const getMany = operation.getMany({
	action: 'Get many conversations',
	description: 'List many conversations, each with its contact and its last message',
	path: '/conversations',
	simple: simpleConversation,
	pages,
	fields: [returnAll, limit],
});
