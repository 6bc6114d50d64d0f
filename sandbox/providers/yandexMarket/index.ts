import type { Call, Callback, Reply, SandboxProvider } from '../../types';
import { campaignId, Chats, contextExists, type Context, type Filters, firstChat } from './chats';
import { type Happening, Notifications } from './notifications';
import { page } from './paging';
import { endOfHour, limitHeaders, ok, refusal } from './replies';

const apiKey = 'ACMA:sandbox-yandex-market:key';
const oAuthToken = 'sandbox-yandex-market-token';
const businessId = 924_574;

const seeds = 53;
const longest = 260;
const mostFileBytes = 5_000_000;

/** Requests per hour, by operation. */
const perHour: Record<string, number> = { 'chat.getMany': 5000, 'message.getMany': 10_000 };
const perHourElsewhere = 1000;

/** Values of the credential `yandexMarketApi` for the sandbox; both ways of logging in work. */
export const credentials = (baseUrl: string) => ({
	authenticationMethod: 'apiKey',
	apiKey,
	oAuthToken,
	baseUrl,
});

const campaign = (id: number, domain: string, business: { id: number; name: string }) => ({
	...{ id, domain, business },
	placementType: 'FBS',
	apiAvailability: 'AVAILABLE',
});

type Campaign = ReturnType<typeof campaign>;

const ownCampaign = campaign(campaignId, 'Ромашка FBS', { id: businessId, name: 'ООО Ромашка' });

/** Shops whose second one of each business stands far from the first. */
const campaignsOf = (shops: number): Campaign[] =>
	Array.from({ length: shops }, (_, index) => {
		const number = index % Math.ceil(shops / 2);
		const business = { id: businessId + 1 + number, name: `Business ${number}` };
		return campaign(campaignId + 1 + index, `Shop ${index}`, business);
	});

function logInRefusal({ 'api-key': key, authorization }: Call['headers']): Reply | undefined {
	if (key === apiKey || authorization === `Bearer ${oAuthToken}`) return undefined;
	if (key !== undefined) return refusal(401, 'Api-Key token is invalid');
	if (authorization !== undefined) return refusal(403, 'OAuth token is invalid');
	return refusal(401, 'Credentials are not specified');
}

const wrongToken = refusal(400, 'Page token is invalid for this request');

type Handlers = Record<string, (call: Call) => Reply>;

function handlersFor(chats: Chats, notifications: Notifications, campaigns: Campaign[]): Handlers {
	/** Finds the chat that a request names, and hands it on. */
	const inChat =
		(handle: (call: Call, found: NonNullable<ReturnType<Chats['find']>>) => Reply) =>
		(call: Call): Reply => {
			const found = chats.find(Number(call.query.chatId));
			return found ? handle(call, found) : refusal(404, `Chat not found: ${call.query.chatId}`);
		};

	return {
		getCampaigns(call) {
			const found = page(campaigns, call, campaigns.length);
			if (!found) return wrongToken;
			return { status: 200, body: { campaigns: found.records, paging: found.paging } };
		},
		'chat.create'({ body, now, callBack }) {
			const { context } = body as { context: Context };
			if (!contextExists(context)) return refusal(404, `${context.type} not found: ${context.id}`);
			const before = chats.list({}).length;
			const chat = chats.start(context, now);
			if (chats.list({}).length > before) callBack(notifications.chatCreated(chat));
			return ok({ chatId: chat.chatId });
		},
		'chat.getMany'(call) {
			const found = page(chats.list(call.body as Filters), call, 10);
			return found ? ok({ chats: found.records, paging: found.paging }) : wrongToken;
		},
		'chat.get': inChat((_, { chat }) => ok(chat)),
		'message.get': inChat(({ query }, { messages }) => {
			const found = messages.find(({ messageId }) => messageId === Number(query.messageId));
			return found ? ok(found) : refusal(404, `Message not found: ${query.messageId}`);
		}),
		'message.getMany': inChat((call, chat) => {
			const { messageIdFrom = 0 } = call.body as { messageIdFrom?: number };
			const found = page(chats.history(chat, messageIdFrom), call, 50);
			if (!found) return wrongToken;
			const { context } = chat.chat;
			return ok({ context, messages: found.records, paging: found.paging });
		}),
		'message.send': inChat(({ body, now, deliver, callBack }, { chat }) => {
			const { message: text } = body as { message: string };
			const message = chats.write(chat.chatId, { sender: 'PARTNER', message: text }, now);
			deliver({ to: String(chat.chatId), text, id: String(message.messageId) });
			callBack(notifications.messageSent(chat, message));
			return ok();
		}),
		'file.send': inChat(({ files, now, deliver, callBack }, { chat }) => {
			const { chatId } = chat;
			const [{ name, content } = { name: '', content: Buffer.alloc(0) }] = files;
			if (name === '') return refusal(400, 'The file has no name');
			if (content.length > mostFileBytes) return refusal(400, 'The file is too big');
			const url = `https://files.example/${chatId}/${encodeURIComponent(name)}`;
			const payload = [{ name, url, size: content.length }];
			const message = chats.write(chatId, { sender: 'PARTNER', payload }, now);
			deliver({ to: String(chatId), text: name, id: String(message.messageId) });
			callBack(notifications.messageSent(chat, message));
			return ok();
		}),
	};
}

/** Adds the headers that tell what is left of the requests of this hour. */
function counted(handlers: Handlers): Handlers {
	const count = ([operationId, handle]: [string, Handlers[string]]) => {
		const limit = perHour[operationId] ?? perHourElsewhere;
		let used = 0;
		const withHeaders = (call: Call): Reply => {
			used += 1;
			const headers = limitHeaders(limit, Math.max(0, limit - used), endOfHour(call.now));
			return { ...handle(call), headers };
		};
		return [operationId, withHeaders];
	};
	return Object.fromEntries(Object.entries(handlers).map(count)) as Handlers;
}

const withLimits = (reply: Reply): Reply => ({
	...reply,
	headers: limitHeaders(perHourElsewhere, perHourElsewhere - 1, endOfHour(Date.now())),
});

function happen(
	chats: Chats,
	notifications: Notifications,
	{ address, appends, chats: started, order, ...event }: Omit<Happening, 'shops'>,
	now: number,
): Callback[] {
	if (order !== undefined) chats.order = order;
	if (address !== undefined) return notifications.enter(address, appends);
	if (started !== undefined) {
		return chats.openSome(started, now).flatMap(notifications.chatCreated);
	}
	const { chatId = firstChat, sender = 'CUSTOMER', text, files, dispute, at = now } = event;
	const { chat } = chats.find(chatId)!;
	if (dispute !== undefined) return notifications.dispute(chat, dispute, now);
	if (text === undefined && !files) return [];
	const content = { ...(text !== undefined && { message: text }), ...(files && { payload: files }) };
	const message = chats.write(chatId, { sender, ...content }, at);
	return notifications.messageSent(chat, message);
}

export function create(): SandboxProvider {
	const chats = new Chats(seeds, longest);
	const notifications = new Notifications(businessId);
	const campaigns = [ownCampaign];
	return {
		name: 'yandexMarket',
		refuse({ headers, path }) {
			const refused = logInRefusal(headers);
			if (refused) return withLimits(refused);
			const business = /^\/v2\/businesses\/([^/]+)/.exec(path)?.[1];
			const isOurs = business === undefined || business === String(businessId);
			return isOurs ? undefined : withLimits(refusal(403, `Access denied: ${business}`));
		},
		invalid: (problem, status) => withLimits(refusal(status, problem)),
		limited(kind, until, now) {
			if (kind === 'rate') {
				const limit = perHourElsewhere;
				const message = `Hit rate limit of ${limit} requests per 1 hour for resource chats`;
				return { ...refusal(420, message), headers: limitHeaders(limit, 0, Math.max(until, now)) };
			}
			const message = `Hit rate limit of 4 parallel requests for businessId ${businessId}`;
			return withLimits(refusal(420, message));
		},
		handlers: counted(handlersFor(chats, notifications, campaigns)),
		/** `Happening` of `notifications.ts`. */
		happen(event, now) {
			const { shops = 0, ...others } = event as Happening;
			campaigns.push(...campaignsOf(shops));
			return happen(chats, notifications, others, now);
		},
	};
}
