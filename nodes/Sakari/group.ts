import type { IDataObject } from 'n8n-workflow';

import type { Group, Part, Request } from '../shared';
import { type Contact, type Outcome, reasonText } from './refusal';

const contactsOf = ({ body }: Request) => (body.contacts ?? []) as Contact[];

const digitsOf = (contact: Contact) => contact.mobile?.number?.replace(/\D/g, '');

const keysOf = (contact: Contact) =>
	[contact.id, digitsOf(contact)].filter((key) => key !== undefined);

/** Finds what is told of a contact by its ID or its number; what is told first counts. */
function finderIn<Told>(all: Told[] = [], contactOf: (told: Told) => Contact | undefined) {
	const byKey = new Map<string, Told>();
	for (const told of all) {
		const keys = keysOf(contactOf(told) ?? {});
		for (const key of keys) if (!byKey.has(key)) byKey.set(key, told);
	}
	return (contact: Contact) =>
		keysOf(contact)
			.map((key) => byKey.get(key))
			.find((told) => told !== undefined);
}

/** What an answer to a joined request says of each contact. */
function partsOf(data: Outcome, contacts: Contact[]): Part[] {
	const { estimatedPrice: _, ...shared } = data as IDataObject;
	const refusalOf = finderIn(data.invalid, (one) => one);
	const messageTo = finderIn(data.messages, ({ contact }) => contact);
	return contacts.map((contact) => {
		const message = messageTo(contact);
		const reason = refusalOf(contact)?.error ?? message?.error;
		if (reason) return { refused: reasonText(reason) };
		if (!message && data.messages?.length) {
			return { unclear: 'the answer does not name this recipient' };
		}
		const own = { requested: 1, valid: 1, invalid: [], messages: message ? [message] : [] };
		return { output: { ...shared, ...own } as IDataObject };
	});
}

/**
 * Joins messages that differ only in their one contact. Sakari takes "one message or a thousand" in
 * a call and names no limit; a hundred is what others keep to.
 * Source: https://developer.sakari.io/quickstart
 */
export const byContact: Group = {
	most: 100,
	together(request) {
		const { contacts: _, ...like } = request.body;
		const [contact, ...others] = contactsOf(request);
		if (!contact || others.length > 0) return undefined;
		return { like, once: digitsOf(contact) ?? contact.id };
	},
	join: (requests) => ({
		body: { ...requests[0]!.body, contacts: requests.flatMap(contactsOf) as IDataObject[] },
	}),
	split({ body }, requests) {
		const { data } = body as { data: Outcome };
		return partsOf(data, requests.flatMap(contactsOf));
	},
};
