import { randomUUID } from 'node:crypto';

import type { Entity, Values } from './lists';

/** A message as iBiz answers with it. */
export interface Message extends Values {
	id: string;
	create_date: string;
}

/** Contacts of the site who write messages. */
export const authors = [
	{ id: '3f0c5a7e9b1d4c2688aa0001', name: '李娜' },
	{ id: '3f0c5a7e9b1d4c2688aa0002', name: '王伟' },
];

const seeds = 250;
const firstSeed = Date.UTC(2026, 0, 5, 1, 0, 0);
const hour = 3_600_000;

/** Dates are written without an offset, as clocks in China show them. */
export const dateText = (at: number) =>
	new Date(at + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');

/** Keys of the messages that are there at the start: number 0 is `7a11c0de8f8461dada9b0000`. */
const keyOf = (number: number) => `7a11c0de8f8461dada9b${number.toString(16).padStart(4, '0')}`;

const absent = {
	email_from: null,
	is_internal: 0,
	model: null,
	needaction: 0,
	parent_id: null,
	pinned_at: null,
	record_name: null,
	res_id: null,
	starred: 0,
	subject: null,
	subtype_id: null,
};

export const messageEntity: Entity = {
	name: 'mail_message',
	fields: [
		...Object.keys(absent),
		...['author_id', 'author_name', 'body', 'create_date', 'date', 'id', 'message_type', 'write_date'],
	],
	quick: 'record_name',
};

/** The messages on the records of the site. */
export class Messages {
	/** Whether lists are sorted as they are asked for. */
	sorts = true;

	private readonly messages = new Map<string, Message>();

	/** @param records keys of the records that have messages at the start */
	constructor(records: string[]) {
		for (let index = 0; index < seeds; index += 1) {
			const about = { model: 'CRM_LEAD', res_id: records[index % records.length] };
			const body = `<p>第 ${index + 1} 次联系客户</p>`;
			const message_type = index % 5 === 0 ? 'notification' : 'comment';
			const message = { id: keyOf(index), ...about, body, message_type };
			this.write(message, firstSeed + index * hour, index % authors.length);
		}
	}

	get all(): Iterable<Message> {
		return this.messages.values();
	}

	get(key: string): Message | undefined {
		return this.messages.get(key);
	}

	/** Whether there was such a message. */
	change(key: string, changes: Values): boolean {
		const message = this.messages.get(key);
		if (message) this.messages.set(key, { ...message, ...changes });
		return message !== undefined;
	}

	delete(key: string): boolean {
		return this.messages.delete(key);
	}

	/** A message of one of the authors, unless the values name another. */
	write(values: Values, at: number, author = 0): Message {
		const { id: author_id, name: author_name } = authors[author]!;
		const date = dateText(at);
		const message: Message = {
			...absent,
			...{ id: randomUUID().replaceAll('-', ''), author_id, author_name, date },
			...{ message_type: 'comment', ...values },
			...{ create_date: date, write_date: date },
		};
		this.messages.set(message.id, message);
		return message;
	}
}
