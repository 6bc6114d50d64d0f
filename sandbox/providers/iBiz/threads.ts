import type { Entity, Query, Values } from './lists';
import { listed } from './lists';

/** A mail thread as iBiz answers with it. */
export interface Thread extends Values {
	id: string;
	name: string;
}

/** Kinds of records that have threads on this site, with how many there are. */
export const kinds = [
	{ model: 'crm_lead', name: '商机', records: 1000 },
	{ model: 'res_partner', name: '客户', records: 1000 },
	{ model: 'hr_employee', name: '员工', records: 345 },
];

/** Keys of the threads that are there at the start: number 0 is `5e05d8448f8461dada9b0000`. */
const keyOf = (number: number) => `5e05d8448f8461dada9b${number.toString(16).padStart(4, '0')}`;

const defaults = {
	attachments: [],
	followers: [],
	has_message: 0,
	message_attachment_count: 0,
	message_has_error: 0,
	message_has_error_counter: 0,
	message_has_sms_error: 0,
	message_is_follower: 0,
	message_needaction: 0,
	message_needaction_counter: 0,
	name: '',
	x_priority: 0,
};

/** A record that has a thread, as a list of its model gives it. */
export const recordEntity = (name: string): Entity => ({
	name,
	fields: ['create_date', 'id', 'name', 'write_date'],
	quick: 'name',
});

export const threadEntity: Entity = {
	name: 'mail_thread',
	fields: ['id', ...Object.keys(defaults)],
	quick: 'name',
};

/** The records of the site, seen as threads. */
export class Threads {
	private readonly threads = new Map<string, Thread>();

	private readonly models = new Map<string, string>();

	private readonly deleted = new Set<string>();

	constructor() {
		for (const { model, name, records } of kinds) {
			for (let index = 0; index < records; index += 1) {
				const id = keyOf(this.threads.size);
				this.threads.set(id, this.draft({ id, name: `${name} ${index + 1}` }));
				this.models.set(id, model);
			}
		}
	}

	/** A thread with the site's defaults, stored nowhere. */
	draft(values: Values & { id: string }): Thread {
		return { ...defaults, ...values };
	}

	get(key: string): Thread | undefined {
		return this.threads.get(key);
	}

	/** 0 free, 1 in use, 2 used by a deleted thread. */
	check(key: string): 0 | 1 | 2 {
		if (this.threads.has(key)) return 1;
		return this.deleted.has(key) ? 2 : 0;
	}

	/** Creates the thread, or changes the one that is there. */
	save(key: string, values: Values): Thread {
		const thread = { ...this.draft({ id: key }), ...this.threads.get(key), ...values, id: key };
		this.threads.set(key, thread);
		return thread;
	}

	delete(key: string): boolean {
		const existed = this.threads.delete(key);
		if (existed) this.deleted.add(key);
		return existed;
	}

	get all(): Iterable<Thread> {
		return this.threads.values();
	}

	list(query: Query): Thread[] {
		return listed(this.all, threadEntity, query);
	}

	/** The records of a model. */
	recordsOf(model: string): Thread[] {
		return [...this.all].filter(({ id }) => this.isOf(id, model));
	}

	knowsModel(model: string): boolean {
		return kinds.some((kind) => kind.model === model);
	}

	/** Whether a record belongs to a model. */
	isOf(key: string, model: string): boolean {
		return this.threads.has(key) && this.models.get(key) === model;
	}

	/** A record has got a message. */
	announce(key: string): void {
		const waiting = (this.threads.get(key)!.message_needaction_counter as number) + 1;
		this.save(key, { has_message: 1, message_needaction_counter: waiting });
	}
}
