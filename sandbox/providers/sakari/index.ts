import type { Call, SandboxProvider } from '../../types';
import { Account } from './account';
import { campaignHandlers } from './campaigns';
import { contactHandlers } from './contacts';
import { conversationHandlers } from './conversations';
import { page, refusal } from './replies';
import { send } from './send';
import { templateHandlers } from './templates';
import { Tokens } from './tokens';
import { toolHandlers } from './tools';
import { messageSent, payloadFor, Webhooks, type Happening } from './webhooks';

const accountId = '65f0c0ffee0000000000a001';
const clientId = '3f0c9a52-0000-4000-8000-000000000001';
const clientSecret = '3f0c9a52-0000-4000-8000-000000000002';
const seeds = 230;

/** Not forgotten by a reset: clients keep their tokens over it. */
const tokens = new Tokens();

/** Values of the credential `sakariApi` for the sandbox. */
export const credentials = (baseUrl: string) => ({
	accountId,
	clientId,
	clientSecret,
	baseUrl,
	accessToken: '',
});

export function create(): SandboxProvider {
	const account = new Account(seeds);
	const webhooks = new Webhooks(accountId);
	return {
		name: 'sakari',
		refuse({ headers, path }) {
			if (path === '/oauth2/token') return undefined;
			if (!tokens.accepts(headers.authorization, Date.now())) {
				return { status: 401, body: { message: 'Unauthorized' } };
			}
			const isOurs = path.startsWith(`/v1/accounts/${accountId}/`);
			if (isOurs || path.startsWith('/v1/tools/')) return undefined;
			return refusal(403, 'ACCT-008', 'Account ID is invalid');
		},
		// The codes of these two are the sandbox's own: Sakari publishes none for them.
		invalid: (problem, status) => refusal(status, 'REQ-001', `Invalid request: ${problem}`),
		limited(_kind, until, now) {
			const seconds = Math.max(1, Math.ceil((until - now) / 1000));
			const reply = refusal(429, 'REQ-002', 'Too many requests');
			return { ...reply, headers: { 'retry-after': String(seconds) } };
		},
		handlers: {
			getToken({ body, now }: Call) {
				const { client_id: id, client_secret: secret } = body as Record<string, string>;
				if (id !== clientId || secret !== clientSecret) {
					const description = 'Client authentication failed';
					const error = { error: 'invalid_client', error_description: description };
					return { status: 401, body: error };
				}
				const token = { access_token: tokens.issue(clientId, now), token_type: 'Bearer' };
				return { status: 200, body: token };
			},
			...campaignHandlers(),
			...contactHandlers(account, webhooks),
			...conversationHandlers(account, webhooks),
			...templateHandlers(),
			...toolHandlers(account),
			'message.send'(call: Call) {
				const before = account.messages.length;
				const reply = send(account, call);
				const sent = account.messages.slice(0, account.messages.length - before);
				call.callBack(messageSent(webhooks, sent.filter(({ error }) => !error)));
				return reply;
			},
			'message.get'({ params }: Call) {
				const found = account.messages.find(({ id }) => id === params.messageId);
				if (!found) return refusal(404, 'MSG-404', 'Message not found');
				return { status: 200, body: { success: true, data: found } };
			},
			// A list of one conversation comes in the form of 2023, so that both can be seen.
			'message.getMany'({ query }: Call) {
				const { contactId, conversationId } = query;
				const found = account.messages.filter(
					({ contact, conversation }) =>
						(contactId === undefined || contact.id === contactId) &&
						(conversationId === undefined || conversation.id === conversationId),
				);
				return page(found, query, conversationId === undefined ? 'today' : '2023');
			},
			'webhook.getMany': ({ query }: Call) => page(webhooks.all, query),
			'webhook.subscribe'({ body }: Call) {
				const { url, eventTypes } = body as { url: string; eventTypes: string[] };
				const data = webhooks.subscribe(url, eventTypes);
				return { status: 200, body: { success: true, data } };
			},
			'webhook.unsubscribe'({ params }: Call) {
				if (webhooks.unsubscribe(params.url!)) return { status: 204 };
				return refusal(404, 'HOOK-404', 'Webhook not found');
			},
		},
		expireTokens: () => tokens.expire(),
		/** `Happening` of `webhooks.ts`. */
		happen(event, now) {
			const happening = event as unknown as Happening;
			const payload = happening.payload ?? payloadFor(account, happening, now);
			return webhooks.tell(happening.eventType, payload);
		},
	};
}
