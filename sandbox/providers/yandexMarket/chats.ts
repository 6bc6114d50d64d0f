/** What a seller can start a chat about. */
export interface Context {
	type: 'ORDER' | 'RETURN';
	id: number;
}

interface FullContext {
	type: 'ORDER' | 'RETURN' | 'DIRECT';
	customer: { name: string; publicId: string };
	campaignId?: number;
	orderId?: number;
	returnId?: number;
}

const statuses = [
	'NEW',
	'WAITING_FOR_CUSTOMER',
	'WAITING_FOR_PARTNER',
	'WAITING_FOR_ARBITER',
	'WAITING_FOR_MARKET',
	'FINISHED',
] as const;

export interface Chat {
	chatId: number;
	context: FullContext;
	type: 'CHAT' | 'ARBITRAGE';
	status: (typeof statuses)[number];
	createdAt: string;
	updatedAt: string;
}

export interface Message {
	messageId: number;
	createdAt: string;
	sender: 'PARTNER' | 'CUSTOMER' | 'MARKET' | 'SUPPORT';
	message?: string;
	payload?: Array<{ name: string; url: string; size: number }>;
}

export interface Filters {
	contexts?: Context[];
	contextTypes?: string[];
	types?: string[];
	statuses?: string[];
}

/** Shop that the orders belong to. */
export const campaignId = 21_567_890;

/** The chat that has the most messages. */
export const firstChat = 11_870_001;
const firstMessage = 990_011;
const firstOrder = 33_004_560_000;
const firstReturn = 104_000;
const contextsOfAKind = 10_000;

const lastSeed = Date.UTC(2026, 6, 16, 7, 0, 0);
const minute = 60_000;
const hour = 60 * minute;

const customers = ['Мария К.', 'Иван', 'Олег П.', 'Анна', 'Дмитрий С.'];

/** ISO 8601 with the offset of Moscow, as Yandex Market writes times. */
const moscowTime = (at: number) => new Date(at + 3 * hour).toISOString().replace('Z', '+03:00');

const contextTypeOf = (index: number) => (['ORDER', 'RETURN', 'DIRECT'] as const)[index % 3]!;

/** Whether there is such an order or return. */
export function contextExists({ type, id }: Context): boolean {
	const first = type === 'ORDER' ? firstOrder : firstReturn;
	return id >= first && id < first + contextsOfAKind;
}

function fullContext(type: FullContext['type'], id: number): FullContext {
	const index = id % contextsOfAKind;
	const publicId = (0xa1b2c3d4e5 + index).toString(16);
	const context = { type, customer: { name: customers[index % customers.length]!, publicId } };
	if (type === 'DIRECT') return context;
	if (type === 'ORDER') return { ...context, campaignId, orderId: id };
	return { ...context, campaignId, orderId: firstOrder + (id - firstReturn), returnId: id };
}

const orders = {
	oldest: () => 0,
	newest: (one: Chat, other: Chat) => other.chatId - one.chatId,
	leastRecent: (one: Chat, other: Chat) => one.updatedAt.localeCompare(other.updatedAt),
	mostRecent: (one: Chat, other: Chat) => other.updatedAt.localeCompare(one.updatedAt),
};

const isAbout = ({ context }: Chat, { type, id }: Context) =>
	context.type === type && (type === 'ORDER' ? context.orderId : context.returnId) === id;

/** The chats of one business, oldest first, and their messages. */
export class Chats {
	private readonly all = new Map<number, { chat: Chat; messages: Message[] }>();

	private nextMessage = firstMessage;

	/** How lists are sorted, which is not documented. */
	order: keyof typeof orders = 'oldest';

	/**
	 * @param seeds chats that are there, in turn about orders, returns and products, in all statuses
	 * @param longest messages of the first of them; the others have three
	 */
	constructor(seeds: number, longest: number) {
		for (let index = 0; index < seeds; index += 1) {
			const at = lastSeed - (seeds - index) * 24 * hour;
			const type = contextTypeOf(index);
			const chat = this.open(
				fullContext(type, (type === 'RETURN' ? firstReturn : firstOrder) + index),
				at,
			);
			const messages = index === 0 ? longest : 3;
			for (let number = 0; number < messages; number += 1) {
				const sender = (['MARKET', 'CUSTOMER', 'PARTNER'] as const)[number % 3]!;
				this.write(
					chat.chatId,
					{ sender, message: `Сообщение ${number + 1}` },
					at + number * minute,
				);
			}
			chat.status = statuses[index % statuses.length]!;
			if (chat.status === 'WAITING_FOR_ARBITER') chat.type = 'ARBITRAGE';
		}
	}

	/** The chat about an order or a return; a new one where there is none. */
	start(context: Context, at: number): Chat {
		const found = this.list({}).find((chat) => isAbout(chat, context));
		return found ?? this.open(fullContext(context.type, context.id), at);
	}

	find(chatId: number): { chat: Chat; messages: Message[] } | undefined {
		return this.all.get(chatId);
	}

	list({ contexts, contextTypes, types, statuses: wanted }: Filters): Chat[] {
		return [...this.all.values()]
			.map(({ chat }) => chat)
			.filter((chat) => !contexts || contexts.some((context) => isAbout(chat, context)))
			.filter(({ context }) => !contextTypes || contextTypes.includes(context.type))
			.filter(({ type }) => !types || types.includes(type))
			.filter(({ status }) => !wanted || wanted.includes(status))
			.sort(orders[this.order]);
	}

	/** The messages of a chat from one on, in the order that lists have. */
	history({ messages }: { messages: Message[] }, from: number): Message[] {
		const wanted = messages.filter(({ messageId }) => messageId >= from);
		return ['newest', 'mostRecent'].includes(this.order) ? wanted.reverse() : wanted;
	}

	/** Customers start chats about products. */
	openSome(count: number, at: number): Chat[] {
		return Array.from({ length: count }, () => this.open(fullContext('DIRECT', this.all.size), at));
	}

	/** Writes a message into a chat that exists. */
	write(chatId: number, content: Omit<Message, 'messageId' | 'createdAt'>, at: number): Message {
		const { chat, messages } = this.all.get(chatId)!;
		const createdAt = moscowTime(at);
		const message: Message = { messageId: this.nextMessage, createdAt, ...content };
		this.nextMessage += 1;
		messages.push(message);
		if (createdAt > chat.updatedAt) chat.updatedAt = createdAt;
		if (content.sender === 'PARTNER' && chat.status !== 'FINISHED') {
			chat.status = 'WAITING_FOR_CUSTOMER';
		}
		if (content.sender === 'CUSTOMER') chat.status = 'WAITING_FOR_PARTNER';
		return message;
	}

	private open(context: FullContext, at: number): Chat {
		const time = { createdAt: moscowTime(at), updatedAt: moscowTime(at) };
		const chatId = firstChat + this.all.size;
		const chat: Chat = { chatId, context, type: 'CHAT', status: 'NEW', ...time };
		this.all.set(chatId, { chat, messages: [] });
		return chat;
	}
}
