import type { Callback } from '../../types';
import type { Account } from './account';
import type { Message } from './records';

export interface Webhook {
	id: string;
	type: 'webhook';
	destination: string;
	eventTypes: string[];
}

/** Something that happens, by the name of its event. */
export interface Happening {
	eventType: string;
	/** The number that a message comes from, or that its event is about. */
	from?: string;
	text?: string;
	/** Web addresses of the media of a message. */
	media?: string[];
	/** What the event tells; made up where it is absent. */
	payload?: object;
}

/** The webhooks of the account; there is one for an address. */
export class Webhooks {
	readonly all: Webhook[] = [];

	private count = 0;

	constructor(private readonly accountId: string) {}

	subscribe(destination: string, eventTypes: string[]): Webhook {
		const known = this.all.find((webhook) => webhook.destination === destination);
		if (known) return Object.assign(known, { eventTypes });
		this.count += 1;
		const id = `65f0c0ffee00000000000${700 + this.count}`;
		const webhook: Webhook = { id, type: 'webhook', destination, eventTypes };
		this.all.push(webhook);
		return webhook;
	}

	/** Whether there was such a webhook. */
	unsubscribe(destination: string): boolean {
		const index = this.all.findIndex((webhook) => webhook.destination === destination);
		if (index >= 0) this.all.splice(index, 1);
		return index >= 0;
	}

	/** The callbacks that an event leads to. */
	tell(eventType: string, payload: object): Callback[] {
		const { accountId } = this;
		return this.all
			.filter(({ eventTypes }) => eventTypes.includes(eventType))
			.map(({ destination: url }) => ({
				url,
				body: { accountId, eventType, payload: { accountId, ...payload } },
			}));
	}
}

/** A message as events tell it: without the template, and with the number as an object. */
function told({ template: _, phoneNumber, ...message }: Message) {
	return { ...message, phoneNumber: { number: phoneNumber, country: 'US' } };
}

/** What an event tells that nobody has written a payload for. */
export function payloadFor(account: Account, happening: Happening, now: number): object {
	const { eventType, from: number = '+12025550110', text = '', media = [] } = happening;
	const contact = account.contactFor({ mobile: { number } }, now)!;
	if (!eventType.startsWith('message-')) {
		if (!eventType.startsWith('conversation-')) return contact;
		return account.conversation(contact);
	}
	const message = account.write(
		contact,
		{ template: text, type: media.length > 0 ? 'MMS' : 'SMS', media: media.map((url) => ({ url })) },
		now,
	);
	if (eventType === 'message-received') {
		Object.assign(message, { status: 'received', outgoing: false, read: false });
	}
	return told(message);
}

export const messageSent = (webhooks: Webhooks, messages: Message[]): Callback[] =>
	messages.flatMap((message) => webhooks.tell('message-sent', told(message)));
