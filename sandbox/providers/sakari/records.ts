/** Why something was refused, as contacts and messages carry it. */
export interface Reason {
	code: string;
	description: string;
}

export interface Contact {
	id: string;
	firstName?: string;
	lastName?: string;
	email?: string;
	mobile: { number: string; country?: string; valid?: boolean; lineType?: string };
	attributes: Record<string, string>;
	tags: Array<{ tag: string; visible: boolean }>;
	lists: Array<{ id: string; name: string }>;
	/** When the contact agreed to get messages, and when it asked for no more. */
	optIn?: string;
	blocked?: string;
	valid: boolean;
	created: { at: string };
	updated: { at: string };
}

export interface Group {
	id: string;
	name: string;
	isDefault: boolean;
}

export interface Message {
	id: string;
	type: 'sms' | 'mms';
	status: string;
	outgoing: boolean;
	read: boolean;
	message: string;
	template?: string;
	phoneNumber: string;
	segments: number;
	price: number;
	media: Array<{ url: string; filename: string }>;
	error?: Reason;
	contact: Contact;
	conversation: { id: string; closed: string | null };
	group: Group;
	created: { at: string };
	updated: { at: string };
}

/** The body that replaces a contact, once it has passed the contract. */
export interface ContactChange extends Omit<Recipient, 'id' | 'mobile'> {
	mobile: Contact['mobile'];
	lists?: Contact['lists'];
	optIn?: string;
	blocked?: string;
}

export interface Conversation {
	id: string;
	type: 'sms';
	/** When it was closed; `null` while it is open. */
	closed: string | null;
	contact: Contact;
	group: Group;
	phoneNumber: { number: string; country: string; active: boolean };
	lastMessage?: Message;
	unread: string[];
	created: { at: string };
	updated: { at: string };
}

/** The body of a send, once it has passed the contract. */
export interface Sending {
	contacts?: Recipient[];
	conversations?: string[];
	filters?: {
		tags: string[];
		attributes?: Array<{ name: string; comparator: string; value: string }>;
	};
	media?: Array<{ url: string }>;
	phoneNumberFilter?: { group: { id: string } };
	template?: string;
	type: 'SMS' | 'MMS';
}

/** A recipient as a send writes it: a known contact's id, or a number and what is known of it. */
export interface Recipient {
	id?: string;
	mobile?: { number: string; country?: string };
	firstName?: string;
	lastName?: string;
	email?: string;
	attributes?: Record<string, string>;
	tags?: Array<{ tag: string; visible?: boolean }>;
}
