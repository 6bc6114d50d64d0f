import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { Picker } from '../shared/pickers';
import { getMany as contactsOf } from './resources/contact/getMany';

interface Contact extends IDataObject {
	id: string;
	firstName?: string;
	lastName?: string;
	email?: string;
	mobile?: { number?: string };
}

function showContact(record: IDataObject): INodeListSearchItems {
	const { id, firstName, lastName, email, mobile } = record as Contact;
	const name = [firstName, lastName].filter(Boolean).join(' ');
	const number = mobile?.number ?? email;
	return { name: [name, number].filter(Boolean).join(', ') || id, value: id };
}

/** Sakari finds parts of names, numbers and addresses, each in a field of its own. */
function contactFilters(text: string): IDataObject[] {
	if (text.includes('@')) return [{ email: text }];
	if (/^[+\d\s().-]+$/.test(text)) return [{ mobile: text.replace(/\D/g, '') }];
	const [first, ...others] = text.split(/\s+/);
	if (others.length > 0) return [{ firstName: first, lastName: others.join(' ') }];
	return [{ firstName: text }, { lastName: text }];
}

/** The lists that Sakari's records are chosen from, by the names that `ids.ts` calls them. */
export const pickers: Record<string, Picker> = {
	contacts: {
		errand: contactsOf,
		search: (text) => contactFilters(text).map((filters) => ({ filters })),
		show: showContact,
		empty: 'The account has no contacts yet. "Contact: Create" adds one, and so does a first message',
	},
};
