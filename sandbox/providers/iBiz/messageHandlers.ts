import type { SandboxProvider } from '../../types';
import type { Query } from './lists';
import { pageOf } from './lists';
import type { Messages } from './messages';
import { messageEntity } from './messages';

/** The operations on messages as records. */
export const messageHandlers = (messages: Messages): SandboxProvider['handlers'] => ({
	'message.getMany': ({ body }) => {
		const { sort, ...unsorted } = body as Query;
		return pageOf(messages.all, messageEntity, messages.sorts ? { ...unsorted, sort } : unsorted);
	},
});
