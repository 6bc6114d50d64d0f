import type { Callback, CallbackAnswer } from '../../types';
import type { Chat, Message } from './chats';

/** Something that the seller, a customer or Yandex Market does without a request of ours. */
export interface Happening {
	/** The seller enters an address for notifications in the cabinet, and switches them on. */
	address?: string;
	/** Whether Yandex Market appends `/notification` to it, which its documents leave open. */
	appends?: boolean;
	/** Somebody writes a message: the customer, to the first chat, unless said. */
	text?: string;
	/** Files in it, by themselves or beside a text. */
	files?: Message['payload'];
	sender?: Message['sender'];
	chatId?: number;
	at?: number;
	/** A dispute begins or ends in a chat. */
	dispute?: 'STARTED' | 'FINISHED';
	/** So many customers start chats about products, and write nothing yet. */
	chats?: number;
	/** The log-in sees so many shops more, two of each business. */
	shops?: number;
	/** The order of lists from now on, which is not documented; the oldest first unless said. */
	order?: 'oldest' | 'newest' | 'leastRecent' | 'mostRecent';
}

/** In milliseconds; https://yandex.ru/dev/market/partner-api/doc/ru/push-notifications/reference/sendNotification */
const deadlines = { ping: 1000, others: 10_000 };

/** As a proxy before the receiver tells it: an address that Yandex Market calls from. */
const headers = { 'x-forwarded-for': '5.45.207.1' };

const universal = (time: string) => new Date(time).toISOString();

const isName = (value: unknown) =>
	typeof value === 'string' && value.length >= 1 && value.length <= 100;

const isTime = (value: unknown) =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
	!Number.isNaN(Date.parse(value));

/** Whether an answer has the form that Yandex Market wants. */
export function isProper({ status, contentType, text }: CallbackAnswer): boolean {
	if (status !== 200 || !/^application\/json\b/.test(contentType)) return false;
	try {
		const { version, name, time } = JSON.parse(text) as Record<string, unknown>;
		return isName(version) && isName(name) && isTime(time);
	} catch {
		return false;
	}
}

/** What Yandex Market tells the one address that a seller has entered. */
export class Notifications {
	private address?: string;

	private isOn = false;

	constructor(private readonly businessId: number) {}

	/** Takes an address; notifications are on once it has answered. */
	enter(address: string, appends = false): Callback[] {
		const url = new URL(address);
		if (appends) url.pathname += '/notification';
		this.address = url.href;
		this.isOn = false;
		const isEndedBy = (answer: CallbackAnswer) => {
			this.isOn = isProper(answer);
			return true;
		};
		const body = { notificationType: 'PING', time: new Date().toISOString() };
		return [{ url: url.href, headers, body, deadline: deadlines.ping, isEndedBy }];
	}

	chatCreated = ({ chatId, createdAt }: Chat) =>
		this.tell('CHAT_CREATED', { chatId, createdAt: universal(createdAt) });

	/** Of messages of both sides; of ours too, as far as the documents tell. */
	messageSent = ({ chatId }: Chat, { messageId, createdAt }: Message) =>
		this.tell('CHAT_MESSAGE_SENT', {
			...{ chatId, messageId: String(messageId) },
			sentAt: universal(createdAt),
		});

	dispute = ({ chatId }: Chat, step: 'STARTED' | 'FINISHED', now: number) =>
		this.tell(`CHAT_ARBITRAGE_${step}`, {
			chatId,
			[step === 'STARTED' ? 'startedAt' : 'finishedAt']: new Date(now).toISOString(),
		});

	private tell(notificationType: string, fields: object): Callback[] {
		if (!this.isOn || this.address === undefined) return [];
		return [
			{
				url: this.address,
				headers,
				body: { notificationType, businessId: this.businessId, ...fields },
				deadline: deadlines.others,
				isEndedBy: (answer) => answer.status === 400 || isProper(answer),
			},
		];
	}
}
