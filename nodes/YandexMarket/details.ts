import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { openLine } from '../shared';
import type { Notification } from './notifications';
import { yandexMarket } from './provider';
import { get as getChat } from './resources/chat/get';
import { get as getMessage } from './resources/message/get';
import { isSelective } from './senders';

/** What is wanted beside the ids. */
export interface Wanted {
	include: string[];
	senders: string[];
}

/** Yandex Market waits ten seconds for an answer. A later one costs only another, dropped, call. */
const patience = { begin: 6000, finish: 6000, slowDown: 4000 };

/**
 * Asks what a notification is about, with few requests: a chat is asked for only when the sender
 * is wanted.
 *
 * @returns nothing where the sender is not wanted
 */
export async function detailsOf(
	context: IWebhookFunctions,
	{ notificationType, ...ids }: Notification,
	{ include, senders }: Wanted,
): Promise<IDataObject | undefined> {
	const line = await openLine(context, yandexMarket, {
		longestWait: patience.slowDown,
		timeout: patience.finish,
		signal: AbortSignal.timeout(patience.begin),
	});
	const details: IDataObject = {};
	const isAboutMessage = notificationType === 'CHAT_MESSAGE_SENT';
	if (isAboutMessage && (include.includes('message') || isSelective(senders))) {
		const [message] = await line.ask(getMessage, ids);
		if (!senders.includes(message!.sender as string)) return undefined;
		if (include.includes('message')) details.message = message;
	}
	if (include.includes('chat')) [details.chat] = await line.ask(getChat, ids);
	return details;
}
