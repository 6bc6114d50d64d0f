import type { Call, Reply, SandboxProvider } from '../../types';
import type { Account } from './account';
import { page, refusal, success } from './replies';
import type { Webhooks } from './webhooks';

const unknown = (): Reply => refusal(404, 'CONV-001', 'Invalid conversation id');

export function conversationHandlers(
	account: Account,
	webhooks: Webhooks,
): SandboxProvider['handlers'] {
	const find = ({ params }: Call) => account.inConversation(params.conversationId!);
	return {
		'conversation.getMany': ({ query }) =>
			page(account.contacts, query, 'today', (contact) => account.conversation(contact)),
		'conversation.get'(call) {
			const found = find(call);
			return found ? success(account.conversation(found)) : unknown();
		},
		'conversation.close'(call) {
			const found = find(call);
			if (!found) return unknown();
			account.closed.set(account.conversationId(found), new Date(call.now).toISOString());
			const conversation = account.conversation(found);
			call.callBack(webhooks.tell('conversation-closed', conversation));
			return success(conversation);
		},
	};
}
