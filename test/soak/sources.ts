import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { firstChat } from '../../sandbox/providers/yandexMarket/chats';
import type { Callback, ProviderName, Sandbox } from '../../sandbox/types';

/** A trigger, and how messages come about for it. */
interface Source {
	/** Name in the results: the type name of the node, and what is special about this run of it. */
	name: string;
	/** Type name of the node, where it is not the name in the results. */
	node?: string;
	provider: ProviderName;
	parameters: INodeParameters;
}

export interface Polled extends Source {
	/**
	 * Lets a message come about at the service.
	 *
	 * @param key stands in the message, so that the items of an execution show where they come from
	 * @param at when it was written, in milliseconds since 1970
	 */
	happen: (sandbox: Sandbox, key: string, at: number) => void;
	/** Lets a message come about that starts nothing. */
	hum: (sandbox: Sandbox, text: string, at: number) => void;
	/** The sandbox's names of the requests that read pages. */
	operationIds: string[];
	/** How much later than newer messages one may show up; milliseconds. */
	late: number;
	/** What is special about the service. */
	before?: (sandbox: Sandbox) => void;
}

export interface Called extends Source {
	/** Lets messages come about, of which the service tells in one call. */
	happen: (sandbox: Sandbox, keys: string[]) => void;
	/** Most messages in a call. */
	batch: number;
	/** The sandbox's name of the request by which the trigger asks what a call is about. */
	operationId?: string;
	/** Tells the service the address, where the trigger cannot do so itself. */
	connect?: (sandbox: Sandbox, address: string) => void;
	/** A genuine call, changed to tell of something that is not chosen. */
	ignored: (call: Callback) => Callback;
	/** Bodies that no call of the service has, made of that of a genuine one. */
	malformed: (body: unknown) => unknown[];
}

/** More levels than data that makes sense has. */
const deep = (levels: number) => {
	let value: IDataObject = {};
	for (let level = 0; level < levels; level += 1) value = { a: value };
	return value;
};

const wrongIn = (bodies: (body: IDataObject) => unknown[]) => (body: unknown) =>
	bodies(body as IDataObject);

const me = 10_234;

/** The author of messages that the workflow ignores. */
const ignored = '3f0c5a7e9b1d4c2688aa0002';

/** Any of 200 chats. */
const chatOf = (text: string) => firstChat + (Number(/\d+$/.exec(text)) * 37) % 200;

const paraTranz: Polled = {
	name: 'paraTranzTrigger',
	provider: 'paraTranz',
	parameters: { userId: String(me), filters: {}, simplify: false },
	operationIds: ['getMails'],
	late: 10 * 60_000,
	happen: (sandbox, content, at) => sandbox.happen('paraTranz', { content, at }),
	hum: (sandbox, content, at) => sandbox.happen('paraTranz', { content, at, from: me }),
};

export const polled: Polled[] = [
	paraTranz,
	{
		...paraTranz,
		name: 'paraTranzTriggerOldestFirst',
		node: 'paraTranzTrigger',
		before: (sandbox) => sandbox.happen('paraTranz', { startsWithOldest: true }),
	},
	{
		name: 'iBizTrigger',
		provider: 'iBiz',
		parameters: { filters: { ignoredAuthorIds: ignored }, simplify: false },
		operationIds: ['message.getMany'],
		late: 10 * 60_000,
		happen: (sandbox, body, at) => sandbox.happen('iBiz', { body, at }),
		hum: (sandbox, body, at) => sandbox.happen('iBiz', { body, at, author_id: ignored }),
	},
	{
		name: 'yandexMarketPollingTrigger',
		provider: 'yandexMarket',
		parameters: { businessId: '924574', senders: ['CUSTOMER'] },
		operationIds: ['chat.getMany', 'message.getMany'],
		late: 60_000,
		before: (sandbox) => sandbox.happen('yandexMarket', { chats: 200 }),
		happen: (sandbox, text, at) =>
			sandbox.happen('yandexMarket', { text, at, chatId: chatOf(text) }),
		hum: (sandbox, text, at) =>
			sandbox.happen('yandexMarket', { text, at, chatId: chatOf(text), sender: 'PARTNER' }),
	},
];

export const called: Called[] = [
	{
		name: 'sakariTrigger',
		provider: 'sakari',
		parameters: { events: ['message-received'] },
		batch: 1,
		happen: (sandbox, [text]) => sandbox.happen('sakari', { eventType: 'message-received', text }),
		ignored: ({ body, ...call }) => ({
			...call,
			body: { ...(body as IDataObject), eventType: 'message-sent' },
		}),
		malformed: wrongIn((body) => [
			{ ...body, eventType: ['message-received'] },
			{ ...body, eventType: undefined },
			{ ...body, payload: undefined },
			{ ...body, payload: null },
			{ ...body, payload: 'message' },
			{ ...body, payload: [body.payload] },
			{ ...body, payload: { ...(body.payload as IDataObject), contact: deep(2000) } },
			[body, 'message'],
			[body, body, null],
		]),
	},
	{
		name: 'smtpComTrigger',
		provider: 'smtpCom',
		parameters: { channel: 'marketing', events: ['failed', 'opened'], options: {} },
		batch: 10,
		happen: (sandbox, keys) =>
			sandbox.happen('smtpCom', {
				channel: 'marketing',
				event: 'failed',
				recipients: keys.map((key) => `${key}@example.com`),
			}),
		// The address names the event
		ignored: ({ url, ...call }) => ({ ...call, url: url.replace('event=failed', 'event=queued') }),
		malformed(body) {
			const events = body as IDataObject[];
			return [
				[...events, null],
				[...events, 'event'],
				[...events, {}],
				[events],
				{ data: 'text' },
				{ data: '[]' },
				{ data: [] },
				[{ ...events[0], details: deep(2000) }],
			];
		},
	},
	{
		name: 'yandexMarketTrigger',
		provider: 'yandexMarket',
		parameters: { events: ['CHAT_MESSAGE_SENT'], senders: ['CUSTOMER'], include: ['message'] },
		batch: 1,
		operationId: 'message.get',
		connect: (sandbox, address) => sandbox.happen('yandexMarket', { address }),
		happen: (sandbox, [text]) => sandbox.happen('yandexMarket', { text }),
		ignored: ({ body, ...call }) => ({
			...call,
			body: { ...(body as IDataObject), notificationType: 'ORDER_CREATED' },
		}),
		malformed: wrongIn((body) => [
			[body],
			{ ...body, notificationType: undefined },
			{ ...body, notificationType: ['CHAT_MESSAGE_SENT'] },
			{ ...body, businessId: '924574' },
			{ ...body, chatId: -1 },
			{ ...body, chatId: 1e300 },
			{ ...body, chatId: { id: body.chatId } },
			{ ...body, messageId: Number(body.messageId) },
			{ ...body, messageId: `${body.messageId as string}&businessId=1` },
			{ ...body, messageId: '../../1' },
			{ ...body, sentAt: 'yesterday' },
			{ ...body, sentAt: undefined },
			{ ...body, chatId: deep(2000) },
		]),
	},
];
