import { createHash } from 'node:crypto';

/** What became of a mail to one recipient, as `GET /v4/messages` shows it. */
export interface Message {
	msg_id: string;
	msg_time: string;
	channel: string;
	smtp_vars: Record<string, string>;
	msg_data: { rcpt_to: string; from: string; subject: string };
	details: {
		delivery: { finished: string; retries: number; event: string; code: string; status: string };
		opens: { items: object[] };
		clicks: { items: object[] };
		unsubs: { items: object[] };
		abuse: { complaints: object[] };
	};
}

export interface Mail {
	channel: string;
	recipients: string[];
	from: string;
	subject: string;
	smtpVars: Record<string, string>;
}

export interface Search {
	channel: string;
	start: number;
	end: number;
	event?: string;
	msgId?: string;
}

const day = 86_400_000;
const minute = 60_000;

/** Mails that the channel `newsletter` has sent before, one a minute, up to the last hour. */
export const seeds = 2345;

/** A time as mails write it. */
export const mailDate = (at: number) => new Date(at).toUTCString().replace('GMT', '-0000');

/** The ID of a mail by its number, from 1. */
export const idOf = (counter: number) => {
	const hex = createHash('sha256').update(`smtpCom ${counter}`).digest('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
};

/** Mails to addresses that start with `bounce` come back. */
const deliveryOf = (address: string, at: number) => {
	const finished = mailDate(at + 1000);
	return address.startsWith('bounce')
		? { finished, retries: 0, event: 'failed', code: '550', status: '5.1.1 User unknown' }
		: { finished, retries: 0, event: 'delivered', code: '250', status: 'OK' };
};

/** What the account has sent, in order of time. */
export class Outbox {
	private counter = 0;

	private readonly entries: Array<{ at: number; message: Message }> = [];

	constructor(now: number) {
		const last = Math.floor(now / minute) * minute - 60 * minute;
		for (let index = 0; index < seeds; index += 1) {
			const mail = {
				channel: 'newsletter',
				recipients: [`${index % 10 === 9 ? 'bounce' : 'reader'}${index}@example.com`],
				from: 'news@acme.example',
				subject: 'News of the week',
				smtpVars: { issue: String(index) },
			};
			this.add(mail, last - (seeds - 1 - index) * minute);
		}
	}

	/** @returns the mail's ID, the same for all its recipients */
	add({ channel, recipients, from, subject, smtpVars }: Mail, at: number): string {
		this.counter += 1;
		const id = idOf(this.counter);
		for (const recipient of recipients) {
			const message: Message = {
				msg_id: id,
				msg_time: mailDate(at),
				channel,
				smtp_vars: smtpVars,
				msg_data: { rcpt_to: recipient, from, subject },
				details: {
					delivery: deliveryOf(recipient, at),
					opens: { items: [] },
					clicks: { items: [] },
					unsubs: { items: [] },
					abuse: { complaints: [] },
				},
			};
			this.entries.push({ at, message });
		}
		return id;
	}

	all = () => this.entries.map(({ message }) => message);

	/** Details are kept for seven calendar days (UTC) before today. */
	find({ channel, start, end, event, msgId }: Search, now: number): Message[] {
		const oldest = Math.floor(now / day) * day - 7 * day;
		return this.entries
			.filter(({ at, message: { channel: name, msg_id: id, details } }) => {
				const second = Math.floor(at / 1000) * 1000;
				if (name !== channel || second < Math.max(start, oldest) || second > end) return false;
				if (msgId !== undefined && id !== msgId) return false;
				return event === undefined || event === 'accepted' || details.delivery.event === event;
			})
			.map(({ message }) => message);
	}
}
