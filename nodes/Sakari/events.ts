import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isObject, isShallow } from '../shared';

/**
 * The events that Sakari tells.
 * Sources: https://developer.sakari.io/api-reference/webhooks/subscribe-to-message-events and "How
 * to create a web hook" on https://support.sakari.io, which alone names conversation-closed.
 */
export const events: INodePropertyOptions[] = [
	{ name: 'Contact Created', value: 'contact-created', description: 'A contact was added' },
	{ name: 'Contact Opted In', value: 'contact-opt-in', description: 'A contact agreed to get messages again' },
	{ name: 'Contact Opted Out', value: 'contact-opt-out', description: 'A contact asked for no more messages' },
	{ name: 'Contact Removed', value: 'contact-removed', description: 'A contact was deleted' },
	{ name: 'Contact Updated', value: 'contact-updated', description: 'The data of a contact changed' },
	{ name: 'Conversation Closed', value: 'conversation-closed', description: 'A conversation was closed' },
	{
		name: 'Conversation Started',
		value: 'conversation-started',
		description: 'A new conversation with a contact began',
	},
	{ name: 'List Joined', value: 'list-opt-in', description: 'A contact joined a list' },
	{ name: 'List Left', value: 'list-opt-out', description: 'A contact left a list' },
	{ name: 'Message Received', value: 'message-received', description: 'A contact sent a message' },
	{ name: 'Message Sent', value: 'message-sent', description: 'A message went out to a contact' },
	{
		name: 'Message Status Changed',
		value: 'message-status',
		description: 'A message was delivered, or could not be',
	},
];

/** One event as Sakari delivers it. */
export interface Event extends IDataObject {
	accountId?: string;
	eventType: string;
	payload: IDataObject;
}

/**
 * The events in a call, of which there is one as a rule; `undefined` when it is no call of Sakari.
 */
export function eventsIn(body: unknown): Event[] | undefined {
	const list: unknown[] = Array.isArray(body) ? body : [body];
	const isEvent = (one: unknown): one is Event =>
		isObject(one) && typeof one.eventType === 'string' && isObject(one.payload) && isShallow(one);
	return list.length > 0 && list.every(isEvent) ? list : undefined;
}

/** Events that happen once to whatever the payload's ID names. */
const once = ['contact-created', 'contact-removed', 'message-received', 'message-sent'];

/**
 * What repeats of an event have in common. Sakari gives events no ID, so it is what the event says,
 * without what may change between an attempt and its repeat where that can be told.
 */
export function identityOf({ eventType, payload }: Event): string {
	const { id, status, error } = payload;
	if (typeof id === 'string' && id !== '') {
		if (once.includes(eventType)) return JSON.stringify([eventType, id]);
		if (eventType === 'message-status') return JSON.stringify([eventType, id, status, error]);
	}
	return JSON.stringify([eventType, payload]);
}
