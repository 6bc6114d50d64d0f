import type { IDataObject } from 'n8n-workflow';

import type { Group, Part, Request } from '../shared';
import { type Contact, type Outcome, reasonText } from './refusal';

const contactsOf = ({ body }: Request) => (body.contacts ?? []) as Contact[];

const digitsOf = (contact: Contact) => contact.mobile?.number?.replace(/\D/g, '');

const isSame = (one: Contact, other: Contact) =>
	one.id !== undefined && one.id === other.id
		? true
		: digitsOf(one) !== undefined && digitsOf(one) === digitsOf(other);

function partOf(data: Outcome, contact: Contact): Part {
	const { invalid = [], messages = [] } = data;
	const refusal = invalid.find((one) => isSame(one, contact))?.error;
	const message = messages.find((one) => one.contact && isSame(one.contact, contact));
	const reason = refusal ?? message?.error;
	if (reason) return { refused: reasonText(reason) };
	if (!message && messages.length > 0) return { unclear: 'the answer does not name this recipient' };
	const { estimatedPrice: _, ...shared } = data as IDataObject;
	const own = { requested: 1, valid: 1, invalid: [], messages: message ? [message] : [] };
	return { output: { ...shared, ...own } as IDataObject };
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
		return requests.map((request) => partOf(data, contactsOf(request)[0]!));
	},
};
