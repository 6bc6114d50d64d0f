import { type IDataObject, type INodePropertyOptions, jsonParse } from 'n8n-workflow';

import { isObject, isShallow } from '../shared';

/** The events that callbacks tell of. Source: https://www.smtp.com/smtp-api-documentation/ */
export const events: INodePropertyOptions[] = [
	{
		name: 'Bounce-Back Received',
		value: 'bounceback',
		action: 'On bounce message received',
		description: 'A notification about a message that bounced came in',
	},
	{
		name: 'Clicked',
		value: 'clicked',
		action: 'On link clicked',
		description: 'Somebody clicked a link in a message',
	},
	{
		name: 'Complained',
		value: 'complained',
		action: 'On mail called spam',
		description: 'A recipient called a message spam',
	},
	{
		name: 'Delivered',
		value: 'delivered',
		action: 'On mail delivered',
		description: 'A message was delivered',
	},
	{
		name: 'Failed',
		value: 'failed',
		action: 'On mail bounced',
		description: 'A message bounced',
	},
	{
		name: 'Hard Bounced',
		value: 'hard_bounced',
		action: 'On mail bounced for good',
		description: 'A message bounced for good',
	},
	{
		name: 'Opened',
		value: 'opened',
		action: 'On mail opened',
		description: 'Somebody opened a message',
	},
	{
		name: 'Queued',
		value: 'queued',
		action: 'On mail queued',
		description: 'A message waits for delivery',
	},
	{
		name: 'Received',
		value: 'received',
		action: 'On mail taken in',
		description: 'SMTP.com took in a message to send',
	},
	{
		name: 'Unsubscribed',
		value: 'unsubscribed',
		action: 'On recipient unsubscribed',
		description: 'A recipient unsubscribed',
	},
];

const parameter = 'event';

/** An address that is registered for one event, and says which. */
export function withEvent(url: string, event: string): string {
	const address = new URL(url);
	address.searchParams.set(parameter, event);
	return address.href;
}

/** The event in an address that `withEvent` has made. */
export const eventIn = (url: string) =>
	URL.canParse(url) ? new URL(url).searchParams.get(parameter) : null;

/** The event in the query of a call; the labels in the body are not all documented. */
export function eventOf(query: object): string | undefined {
	const event = (query as IDataObject)[parameter];
	return events.some(({ value }) => value === event) ? (event as string) : undefined;
}

/** Earlier callbacks were forms, with the events as JSON in a field named data. */
const unwrapped = ({ data }: IDataObject) =>
	typeof data === 'string' ? jsonParse<unknown>(data, { fallbackValue: null }) : undefined;

/** What the events tell, of all kinds and forms that are documented; each tells some of it. */
const known = ['event_label', 'id', 'mail_from', 'rcpt_to', 'sender_id', 'tracking_id'];

/**
 * What a call tells: up to 1000 events of one kind, in a list; `undefined` when it is no call of
 * SMTP.com. Source: https://kb.smtp.com/article/2331-integration-and-callbacks-guide
 */
export function payloadsIn(body: unknown): IDataObject[] | undefined {
	const told = isObject(body) ? (unwrapped(body) ?? body) : body;
	const list: unknown[] = Array.isArray(told) ? told : [told];
	const isPayload = (one: unknown): one is IDataObject =>
		isObject(one) && known.some((name) => Object.hasOwn(one, name)) && isShallow(one);
	return list.length > 0 && list.every(isPayload) ? list : undefined;
}

/**
 * What repeats of an event have in common: its ID or, in the earlier form, all that it tells.
 * Nobody says that no other event has the same ID, so its times stand beside it.
 */
export function identityOf(event: string) {
	return (payload: IDataObject) => {
		const { id, time_started: started, time_finished: finished } = payload;
		return JSON.stringify(id ? [event, id, started, finished] : [event, payload]);
	};
}
