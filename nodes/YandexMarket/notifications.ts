import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

/** What Yandex Market tells of chats, and the field that says when it happened. */
const times = {
	CHAT_ARBITRAGE_FINISHED: 'finishedAt',
	CHAT_ARBITRAGE_STARTED: 'startedAt',
	CHAT_CREATED: 'createdAt',
	CHAT_MESSAGE_SENT: 'sentAt',
} as const;

type Kind = keyof typeof times;

export const events: INodePropertyOptions[] = [
	{ name: 'Chat Created', value: 'CHAT_CREATED', description: 'A chat with a customer was opened' },
	{
		name: 'Dispute Finished',
		value: 'CHAT_ARBITRAGE_FINISHED',
		description: 'A dispute with a customer has been settled',
	},
	{
		name: 'Dispute Started',
		value: 'CHAT_ARBITRAGE_STARTED',
		description: 'A customer has called for an arbiter of Yandex Market',
	},
	{ name: 'Message Sent', value: 'CHAT_MESSAGE_SENT', description: 'Somebody wrote to a chat' },
];

/** A notification about a chat. Only ids come; what was written is asked for. */
export interface Notification extends IDataObject {
	notificationType: Kind;
	businessId: number;
	chatId: number;
	/** Of messages. */
	messageId?: string;
}

/** What a call is: about a chat, about something else, or none of Yandex Market. */
export type Told =
	{ kind: 'chat'; notification: Notification } | { kind: 'other' } | { kind: 'malformed' };

const isId = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;

const isMessageId = (value: unknown) => typeof value === 'string' && /^[1-9]\d{0,18}$/.test(value);

const isKind = (type: string): type is Kind => Object.keys(times).includes(type);

const isTime = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/**
 * Source: https://yandex.ru/dev/market/partner-api/doc/ru/push-notifications/reference/sendNotification
 */
export function toldBy(body: unknown): Told {
	const { notificationType: type, ...fields } = (body ?? {}) as IDataObject;
	if (typeof type !== 'string') return { kind: 'malformed' };
	if (!isKind(type)) return { kind: 'other' };
	const { businessId, chatId, messageId, [times[type]]: time } = fields;
	const isComplete =
		isId(businessId) &&
		isId(chatId) &&
		isTime(time) &&
		(type !== 'CHAT_MESSAGE_SENT' || isMessageId(messageId));
	if (!isComplete) return { kind: 'malformed' };
	const known = { businessId, chatId, ...(messageId === undefined ? {} : { messageId }) };
	return {
		kind: 'chat',
		notification: { notificationType: type, ...known, [times[type]]: time } as Notification,
	};
}

/** When it happened; milliseconds since 1970. */
export const timeOf = (notification: Notification): number =>
	Date.parse(notification[times[notification.notificationType]] as string);

/** What repeats of a notification have in common. */
export const identityOf = (notification: Notification): string => {
	const { notificationType, chatId, messageId } = notification;
	return [notificationType, chatId, messageId ?? timeOf(notification)].join();
};

/** The answer that Yandex Market wants; without it, it takes the notification for lost. */
export const taken = (begun: Date) => ({
	version: '1.0.0',
	name: 'n8n',
	time: begun.toISOString(),
});

/** Why a notification is not taken. */
export const notTaken = (type: 'UNKNOWN' | 'WRONG_EVENT_FORMAT', message: string) => ({
	error: { type, message },
});
