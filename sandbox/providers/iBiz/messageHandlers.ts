import type { Call, Reply, SandboxProvider } from '../../types';
import type { Query, Values } from './lists';
import { pageOf } from './lists';
import type { Message, Messages } from './messages';
import { dateText, messageEntity } from './messages';
import { missing, notAccepted, ok } from './replies';

/** The contact of the user who logs in. */
const userContact = '3f0c5a7e9b1d4c2688aa0001';

const removed = '<p>该评论已删除</p>';

/** The operations on messages as records. */
export function messageHandlers(messages: Messages): SandboxProvider['handlers'] {
	const list =
		(isListed: (message: Message) => boolean) =>
		({ body }: Call): Reply => {
			const { sort, ...unsorted } = body as Query;
			const query = messages.sorts ? { ...unsorted, sort } : unsorted;
			return pageOf([...messages.all].filter(isListed), messageEntity, query);
		};

	/** An action on one message that changes some of its fields and answers without a body. */
	const action =
		(changes: (call: Call) => Values) =>
		(call: Call): Reply => {
			const key = call.params.key!;
			const { id } = call.body as { id: string };
			if (id !== key) return notAccepted(`标识[${id}]与路径不一致`);
			return messages.change(key, changes(call)) ? ok() : missing(key);
		};

	return {
		'message.getMany': list(() => true),
		'message.getManyOfUser': list(({ author_id: author }) => author !== userContact),
		'message.getManyPinned': list(({ pinned_at: pinnedAt }) => pinnedAt !== null),
		'message.get': ({ params }) => {
			const message = messages.get(params.key!);
			return message ? ok(message) : missing(params.key!);
		},
		'message.remove': ({ params }) =>
			messages.delete(params.key!) ? ok() : missing(params.key!),
		'message.delete': action(() => ({ body: removed })),
		'message.pin': action(({ now }) => ({ pinned_at: dateText(now) })),
		'message.unpin': action(() => ({ pinned_at: null })),
	};
}
