import { user } from './people';
import type { User } from './people';

export interface Mail {
	id: number;
	createdAt: string;
	from: number;
	fromUser: User;
	to: number;
	toUser: User;
	content: string;
	html: string;
	/** 0 unread, 1 read. */
	status: 0 | 1;
}

/** The user whose token the sandbox knows. */
export const accountId = 10234;

const firstMail = 88_001;
const lastSeed = Date.UTC(2026, 1, 7, 10, 15, 30);
const hour = 3_600_000;

const escaped = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The little of Markdown that shows that `html` is rendered from `content`. */
const rendered = (content: string) =>
	`<p>${escaped(content).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')}</p>\n`;

/**
 * The mailbox of the account: what others wrote to it, and what it sends. Newest first; mails of
 * the same time stand in no particular order.
 */
export class Mailbox {
	readonly mails: Mail[] = [];

	/** Whether lists start with the oldest mail instead. */
	startsWithOldest = false;

	constructor(seeds: number) {
		for (let index = 0; index < seeds; index += 1) {
			const at = lastSeed - (seeds - index) * hour;
			this.write(20_481 + (index % 2), accountId, `第 ${index + 1} 章校对已完成，**请审核**。`, at);
		}
	}

	write(from: number, to: number, content: string, at: number): Mail {
		const mail: Mail = {
			id: firstMail + this.mails.length,
			createdAt: new Date(at).toISOString(),
			from,
			fromUser: user(from),
			to,
			toUser: user(to),
			content,
			html: rendered(content),
			status: 0,
		};
		this.mails.splice(this.placeFor(mail), 0, mail);
		return mail;
	}

	/** Before all that are older, and before or after those of the same time. */
	private placeFor({ id, createdAt }: Mail): number {
		const isAfterEquals = id % 3 === 0;
		const place = this.mails.findIndex(({ createdAt: other }) =>
			isAfterEquals ? other < createdAt : other <= createdAt,
		);
		return place < 0 ? this.mails.length : place;
	}

	page(number: number, size: number): Mail[] {
		const mails = this.startsWithOldest ? [...this.mails].reverse() : this.mails;
		return mails.slice((number - 1) * size, number * size);
	}

	conversation(userId: number): Mail[] {
		return this.mails.filter(({ from, to }) => from === userId || to === userId);
	}
}
