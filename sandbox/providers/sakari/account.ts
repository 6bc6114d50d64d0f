import type {
	Contact,
	ContactChange,
	Conversation,
	Group,
	Message,
	Reason,
	Recipient,
	Sending,
} from './records';
import { cost, rendered } from './text';

/** Numbers whose owners cannot be reached, each for a reason of its own. */
export const specialNumbers = {
	optedOut: '+12025550102',
	landline: '+12025550103',
	noCredit: '+12025550106',
};

export const groups: Group[] = [
	{ id: '65f0c0ffee0000000000f001', name: 'Front desk', isDefault: true },
	{ id: '65f0c0ffee0000000000f002', name: 'Sales', isDefault: false },
];

const senders: Record<string, string> = {
	'65f0c0ffee0000000000f001': '+12025550199',
	'65f0c0ffee0000000000f002': '+12025550198',
};

const lastSeed = Date.UTC(2026, 1, 7, 10, 15, 30);
const minute = 60_000;
const people = [
	['Ada', 'Ngo', 'Austin'],
	['Ben', 'Okafor', 'Boston'],
	['Cleo', 'Marsh', 'Austin'],
	['Dev', 'Rao', 'Denver'],
	['Eve', 'Lind', 'Boston'],
] as const;

/** Ids are 24 hexadecimal characters; the last four digits count, the one before tells the kind. */
export const idOf = (kind: string, number: number) =>
	`65f0c0ffee${`${kind}${String(number).padStart(3, '0')}`.padStart(14, '0')}`;

const newsletter = { id: idOf('6', 1), name: 'Newsletter' };

const comparisons: Record<string, (left: string, right: string) => boolean> = {
	'=': (left, right) => left === right,
	'!=': (left, right) => left !== right,
	'<': (left, right) => left < right,
	'<=': (left, right) => left <= right,
	'>': (left, right) => left > right,
	'>=': (left, right) => left >= right,
};

/** Contacts and messages of the account. Messages are newest first. */
export class Account {
	readonly contacts: Contact[] = [];

	readonly messages: Message[] = [];

	/** When conversations were closed, by their IDs. */
	readonly closed = new Map<string, string>();

	private jobs = 0;

	private contactCount = 0;

	/** The first contact of each number, found at once also among thousands. */
	private byNumber = new Map<string, Contact>();

	constructor(seeds: number) {
		people.forEach(([firstName, lastName, city], index) => {
			const recipient: Recipient = {
				firstName,
				lastName,
				email: `${firstName.toLowerCase()}@customer.example`,
				mobile: { number: `+1202555011${index}`, country: 'US' },
				attributes: { city },
				tags: [{ tag: index < 3 ? 'vip' : 'newsletter' }],
			};
			const contact = this.contactFor(recipient, lastSeed - seeds * minute)!;
			contact.lists = [newsletter];
			contact.optIn = contact.created.at;
		});
		for (let index = 0; index < seeds; index += 1) {
			const contact = this.contacts[index % people.length]!;
			const template = `Message ${index + 1} of {{{firstName}}}`;
			const at = lastSeed - (seeds - index) * minute;
			const message = this.write(contact, { template, type: 'SMS' }, at);
			const isIncoming = index % 2 === 1;
			Object.assign(message, {
				status: isIncoming ? 'received' : 'delivered',
				outgoing: !isIncoming,
			});
		}
	}

	nextJobId(): string {
		this.jobs += 1;
		return idOf('b', this.jobs);
	}

	/** The conversation with a contact: there is one for each. */
	conversationId = ({ id }: Contact) => id.replace(/d(\d+)$/, 'e$1');

	inConversation(id: string): Contact | undefined {
		return this.contacts.find((contact) => this.conversationId(contact) === id);
	}

	/** The conversation with a contact. A message opens it again. */
	conversation(contact: Contact): Conversation {
		const id = this.conversationId(contact);
		const lastMessage = this.messages.find((message) => message.conversation.id === id);
		const group = lastMessage?.group ?? groups[0]!;
		return {
			...{ id, type: 'sms', closed: this.closed.get(id) ?? null, contact, group, lastMessage },
			phoneNumber: { number: senders[group.id]!, country: 'US', active: true },
			unread: [],
			created: contact.created,
			updated: lastMessage?.updated ?? contact.updated,
		};
	}

	/** The contact that a recipient is or becomes; `undefined` for an unknown id. */
	contactFor({ id, mobile, ...known }: Recipient, now: number): Contact | undefined {
		const found =
			id === undefined
				? this.withNumber(mobile?.number)
				: this.contacts.find((contact) => contact.id === id);
		const tags = known.tags?.map(({ tag, visible = true }) => ({ tag, visible }));
		const at = new Date(now).toISOString();
		if (found) {
			const attributes = { ...found.attributes, ...known.attributes };
			return Object.assign(found, known, { attributes, tags: tags ?? found.tags });
		}
		if (!mobile) return undefined;
		this.contactCount += 1;
		const contact: Contact = {
			...known,
			id: idOf('d', this.contactCount),
			mobile: { country: 'US', ...mobile, valid: true, lineType: 'mobile' },
			attributes: known.attributes ?? {},
			tags: tags ?? [],
			lists: [],
			valid: true,
			created: { at },
			updated: { at },
		};
		this.contacts.push(contact);
		this.byNumber.set(contact.mobile.number, contact);
		return contact;
	}

	withNumber(number = ''): Contact | undefined {
		return this.byNumber.get(number);
	}

	private indexNumbers(): void {
		const lastFirst = [...this.contacts].reverse();
		this.byNumber = new Map(lastFirst.map((contact) => [contact.mobile.number, contact]));
	}

	remove(contact: Contact): void {
		this.contacts.splice(this.contacts.indexOf(contact), 1);
		this.indexNumbers();
	}

	/** Puts what is given in the place of all that a contact holds. */
	replace(contact: Contact, { tags = [], ...given }: ContactChange, now: number): Contact {
		const { id, valid, created } = contact;
		for (const name of Object.keys(contact)) delete (contact as Partial<Contact>)[name as 'id'];
		const whole: Contact = {
			...{ id, valid, created, attributes: {}, lists: [] },
			...given,
			tags: tags.map(({ tag, visible = true }) => ({ tag, visible })),
			updated: { at: new Date(now).toISOString() },
		};
		Object.assign(contact, whole);
		this.indexNumbers();
		return contact;
	}

	/** Contacts that have one of the tags, and fulfil all conditions on attributes. */
	chosenBy({ tags, attributes = [] }: NonNullable<Sending['filters']>): Contact[] {
		return this.contacts.filter(
			(contact) =>
				contact.tags.some(({ tag }) => tags.includes(tag)) &&
				attributes.every(({ name, comparator, value }) =>
					comparisons[comparator]!(contact.attributes[name] ?? '', value),
				),
		);
	}

	write(contact: Contact, sending: Sending, now: number, error?: Reason): Message {
		const { template = '', media = [], type, phoneNumberFilter } = sending;
		const group = groups.find(({ id }) => id === phoneNumberFilter?.group.id) ?? groups[0]!;
		const at = new Date(now).toISOString();
		const text = rendered(template, contact);
		const conversationId = this.conversationId(contact);
		this.closed.delete(conversationId);
		const message: Message = {
			id: idOf('c', this.messages.length + 1),
			type: type === 'MMS' ? 'mms' : 'sms',
			status: error ? 'error' : 'validated',
			outgoing: true,
			read: true,
			message: text,
			template,
			phoneNumber: senders[group.id]!,
			...cost(text),
			media: media.map(({ url }) => ({ url, filename: new URL(url).pathname.slice(1) })),
			...(error && { error }),
			contact,
			conversation: { id: conversationId, closed: null },
			group,
			created: { at },
			updated: { at },
		};
		this.messages.unshift(message);
		return message;
	}
}
