import type { IDataObject } from 'n8n-workflow';

import { type Answer, type Attachment, isoTime, messageOf, type Told, toldOf } from '../shared';

/** What a chat is about. */
interface Context {
	type?: string;
	customer?: { name?: string; publicId?: string };
	orderId?: number;
	returnId?: number;
}

/** What is known of a message or a chat beside its record. */
interface About {
	businessId?: unknown;
	chatId?: unknown;
	context?: Context;
}

/** Of messages in lists, which tell it once and not in each record. */
const contexts = new WeakMap<IDataObject, Context>();

/** The messages in a part of the history of a chat. */
export function messagesIn({ body }: Answer): IDataObject[] {
	const { messages, context } = (body as { result: { messages: IDataObject[]; context: Context } }).result;
	for (const message of messages) contexts.set(message, context);
	return messages;
}

/** The files of a message. */
export const filesOf = (record: IDataObject): Attachment[] =>
	((record.payload ?? []) as Attachment[]).map(({ name, url, size }) => ({ name, url, size }));

/** IDs are text, since some may be larger than JavaScript's numbers are exact. */
const idOf = (value: unknown) => (value === undefined || value === null ? undefined : String(value));

const idsOf = ({ orderId, returnId }: Context) => ({
	orderId: idOf(orderId),
	returnId: idOf(returnId),
});

type Side = NonNullable<Told['from']>;

/**
 * A message of Yandex Market in the form that messages of all providers have. Beside it, what an
 * answer needs (`businessId`), who wrote it, as Yandex Market calls them (`sender`), and the order or
 * return.
 */
export function simpleMessage(record: IDataObject, { businessId, chatId, ...about }: About): IDataObject {
	const { messageId, createdAt, sender, message } = record;
	const context = about.context ?? contexts.get(record) ?? {};
	const seller: Side = { id: businessId };
	const customer: Side = { id: context.customer?.publicId, name: context.customer?.name };
	const others: Record<string, Side> = {
		CUSTOMER: customer,
		MARKET: { name: 'Yandex Market' },
		SUPPORT: { name: 'Yandex Market Support' },
	};
	const isOurs = sender === 'PARTNER';
	const simple = messageOf('yandexMarket', {
		id: messageId,
		threadId: chatId,
		direction: isOurs ? 'outbound' : 'inbound',
		from: isOurs ? seller : others[String(sender)],
		to: [isOurs ? customer : seller],
		text: message,
		attachments: filesOf(record),
		createdAt,
	});
	return { ...simple, ...toldOf({ businessId: idOf(businessId), sender, ...idsOf(context) }) };
}

export function simpleChat(record: IDataObject, { businessId }: About): IDataObject {
	const { chatId, type, status, createdAt, updatedAt } = record;
	const context = (record.context ?? {}) as Context;
	return toldOf({
		chatId: idOf(chatId),
		businessId: idOf(businessId),
		type,
		status,
		about: context.type,
		...idsOf(context),
		customerName: context.customer?.name,
		createdAt: isoTime(createdAt),
		updatedAt: isoTime(updatedAt),
	});
}

/** What a trigger starts with: the message, or else what is known of the event. */
export function simpleEvent({ message, chat, ...event }: IDataObject): IDataObject {
	const known = (chat ?? {}) as IDataObject;
	const context = (known.context ?? {}) as Context;
	if (message) return simpleMessage(message as IDataObject, { ...event, context });
	const { notificationType, businessId, chatId, messageId, error } = event;
	const { sentAt, createdAt, startedAt, finishedAt } = event;
	return toldOf({
		event: notificationType,
		businessId: idOf(businessId),
		chatId: idOf(chatId),
		messageId,
		status: known.status,
		about: context.type,
		...idsOf(context),
		customerName: context.customer?.name,
		createdAt: isoTime(sentAt ?? createdAt ?? startedAt ?? finishedAt),
		error,
	});
}
