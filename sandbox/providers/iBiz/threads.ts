type Values = Record<string, unknown>;

/** A mail thread as iBiz answers with it. */
export interface Thread extends Values {
	id: string;
	name: string;
}

export interface Query {
	n_id_eq?: string;
	n_name_like?: string;
	n_x_priority_eq?: number;
	query?: string;
	sort?: string;
	searchconds?: Array<{ fieldname: string; condop: 'EQ' | 'LIKE'; value: unknown }>;
}

interface Message {
	model: string;
	res_id: string;
	body: string;
	[field: string]: unknown;
}

/** Kinds of records that have threads on this site, with how many there are. */
const kinds = [
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

const contains = (value: unknown, part: string) => String(value).includes(part);

function compare(one: unknown, other: unknown): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}

/** The records of the site, seen as threads, and the messages posted to them. */
export class Threads {
	readonly messages: Message[] = [];

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

	/** Whether a field can be searched and sorted by. */
	knows(field: string): boolean {
		return field === 'id' || field in defaults;
	}

	list({ sort, ...query }: Query): Thread[] {
		const found = [...this.threads.values()].filter((thread) => this.matches(thread, query));
		const rules = (sort?.split(';') ?? []).map((rule) => rule.split(',') as [string, string]);
		return found.sort((one, other) => {
			for (const [field, direction] of rules) {
				const order = compare(one[field], other[field]) * (direction === 'desc' ? -1 : 1);
				if (order !== 0) return order;
			}
			return 0;
		});
	}

	private matches(thread: Thread, query: Query): boolean {
		const { n_id_eq: id, n_name_like: name, n_x_priority_eq: priority, searchconds = [] } = query;
		return (
			(id === undefined || thread.id === id) &&
			(name === undefined || contains(thread.name, name)) &&
			(priority === undefined || thread.x_priority === priority) &&
			(query.query === undefined || contains(thread.name, query.query)) &&
			searchconds.every(({ fieldname, condop, value }) =>
				condop === 'EQ' ? thread[fieldname] === value : contains(thread[fieldname], String(value)),
			)
		);
	}

	knowsModel(model: string): boolean {
		return kinds.some((kind) => kind.model === model);
	}

	/** Posts a message to a record; `false` when the model has no such record. */
	post(message: Message): boolean {
		const thread = this.threads.get(message.res_id);
		if (!thread || this.models.get(message.res_id) !== message.model) return false;
		this.messages.push(message);
		const waiting = (thread.message_needaction_counter as number) + 1;
		this.save(thread.id, { has_message: 1, message_needaction_counter: waiting });
		return true;
	}
}
