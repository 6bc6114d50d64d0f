import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

import type { Callback } from '../../types';
import type { Channel, Channels } from './channels';
import { mailDate } from './mails';

/** An address to call for an event of a channel; there is one for each. */
export interface Registered {
	channel: Channel;
	event: string;
	medium: string;
	address: string;
}

/** Something that becomes of mails, or of the account. */
export interface Happening {
	/** Name of the channel; `transactional` unless said. */
	channel?: string;
	/** Name of the event, as callbacks are registered for it. */
	event?: string;
	/** Whom the mails went to, an event for each. */
	recipients?: string[];
	/** What the events tell; made up where it is absent. */
	payloads?: object[];
	/** A new name for the channel. */
	renamedTo?: string;
}

/** Most events in a call. */
const batch = 1000;

const hash = (text: string, length: number) =>
	createHash('sha256').update(text).digest('hex').slice(0, length);

/** The labels and fields that are known of each event; of the others there is none. */
const details: Record<string, object> = {
	delivered: { event_label: 'delivery', resp_code: 250, resp_class: 1, resp_msg: 'OK' },
	failed: { event_label: 'bounce', resp_code: 550, resp_class: 10, resp_msg: '5.1.1 User unknown' },
	complained: { event_label: 'complaint', feedback_type: 'spam' },
	unsubscribed: { event_label: 'complaint', feedback_type: 'remove' },
};
details.hard_bounced = details.failed!;

/** The callbacks of the account. */
export class Callbacks {
	readonly all: Registered[] = [];

	/** Attempts to call, the latest first. */
	private readonly attempts: Array<{ channel: Channel; entry: object }> = [];

	private count = 0;

	constructor(private readonly channels: Channels) {}

	find = (channel: Channel, event: string) =>
		this.all.find((one) => one.channel === channel && one.event === event);

	remove(callback: Registered): void {
		this.all.splice(this.all.indexOf(callback), 1);
	}

	/** What one event tells. */
	payload(channel: Channel, event: string, mail: { to: string; id?: string }, now: number): object {
		this.count += 1;
		const seconds = Math.floor(now / 1000);
		return {
			id: hash(`event ${this.count}`, 32),
			sender_id: this.channels.idOf(channel),
			tracking_id: mail.id ?? hash(`mail ${this.count}`, 32),
			mail_from: 'sender@acme.example',
			rcpt_to: mail.to,
			subject: 'Subject',
			time_started: seconds - 3,
			time_finished: seconds,
			tries: 0,
			...details[event],
		};
	}

	/** The calls that events of one kind lead to: not one by one, but in lists. */
	tell(channel: Channel, event: string, payloads: object[]): Callback[] {
		const url = this.find(channel, event)?.address;
		if (url === undefined) return [];
		const starts = Array.from({ length: Math.ceil(payloads.length / batch) }, (_, index) => index);
		return starts.map((index) => ({
			url,
			body: payloads.slice(index * batch, (index + 1) * batch),
			answered: (code) => {
				const entry = { code, msg: STATUS_CODES[code] ?? 'No answer', time: mailDate(Date.now()) };
				this.attempts.unshift({ channel, entry });
			},
		}));
	}

	log = (channel: Channel, most: number) =>
		this.attempts
			.filter((attempt) => attempt.channel === channel)
			.slice(0, most)
			.map(({ entry }) => entry);

	happen(happening: Happening, now: number): Callback[] {
		const { channel: name = 'transactional', event, recipients, payloads, renamedTo } = happening;
		const channel = this.channels.named(name);
		if (!channel) throw new Error(`SMTP.com has no channel ${name} here`);
		channel.name = renamedTo ?? name;
		if (event === undefined) return [];
		const made = (recipients ?? ['ada@example.com']).map((to) =>
			this.payload(channel, event, { to }, now),
		);
		return this.tell(channel, event, payloads ?? made);
	}

	/** The calls that a mail leads to which is sent at once. */
	sent(channel: Channel, id: string, recipients: string[], now: number): Callback[] {
		const bounced = recipients.filter((to) => to.startsWith('bounce'));
		const delivered = recipients.filter((to) => !to.startsWith('bounce'));
		const all = { received: recipients, delivered, failed: bounced, hard_bounced: bounced };
		return Object.entries(all).flatMap(([event, addresses]) => {
			if (!this.find(channel, event)) return [];
			const payloads = addresses.map((to) => this.payload(channel, event, { to, id }, now));
			return this.tell(channel, event, payloads);
		});
	}
}
