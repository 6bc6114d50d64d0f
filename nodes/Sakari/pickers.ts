import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { Picker } from '../shared';
import { getMany as campaignsOf } from './resources/campaign/getMany';
import { getMany as contactsOf } from './resources/contact/getMany';
import { getMany as conversationsOf } from './resources/conversation/getMany';
import { getMany as messagesOf } from './resources/message/getMany';
import { getMany as templatesOf } from './resources/template/getMany';
import { nameOf, simpleContact, simpleConversation, simpleMessage } from './simple';

const mostCharacters = 80;

/** Texts on one line, as much of them as a list shows. */
const line = (...parts: unknown[]) =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.join(', ')
		.replace(/\s+/g, ' ')
		.slice(0, mostCharacters);

const entry = (id: unknown, name: string, description?: unknown): INodeListSearchItems => ({
	name: name || String(id),
	value: String(id ?? ''),
	...(description !== undefined && { description: line(description) }),
});

function showContact(record: IDataObject): INodeListSearchItems {
	const { id, phoneNumber, email } = simpleContact(record);
	return entry(id, line(nameOf(record), phoneNumber ?? email));
}

function showConversation(record: IDataObject): INodeListSearchItems {
	const { id, contactName, contactNumber, isClosed, lastMessage } = simpleConversation(record);
	return entry(id, line(contactName, contactNumber, isClosed ? 'closed' : ''), lastMessage);
}

function showMessage(record: IDataObject): INodeListSearchItems {
	const { id, direction, from, to, text, createdAt } = simpleMessage(record);
	const [person] = direction === 'outbound' ? ((to ?? []) as IDataObject[]) : [(from ?? {}) as IDataObject];
	return entry(id, line(person?.name ?? person?.address, text), createdAt);
}

const showNamed = ({ id, name, template }: IDataObject) => entry(id, line(name), template);

/** Sakari finds parts of names, numbers and addresses, each in a field of its own. */
function contactFilters(text: string): IDataObject[] {
	if (text.includes('@')) return [{ email: text }];
	if (/^[+\d\s().-]+$/.test(text)) return [{ mobile: text.replace(/\D/g, '') }];
	const [first, ...others] = text.split(/\s+/);
	if (others.length > 0) return [{ firstName: first, lastName: others.join(' ') }];
	return [{ firstName: text }, { lastName: text }];
}

const byName = (name: string) => [{ filters: { name } }];

/** The lists that Sakari's records are chosen from, by the names that `ids.ts` calls them. */
export const pickers: Record<string, Picker> = {
	campaigns: {
		errand: campaignsOf,
		search: byName,
		show: showNamed,
		empty: 'The account has no campaigns yet. "Campaign: Create" adds one',
	},
	contacts: {
		errand: contactsOf,
		search: (text) => contactFilters(text).map((filters) => ({ filters })),
		show: showContact,
		empty: 'The account has no contacts yet. "Contact: Create" adds one, and so does a first message',
	},
	conversations: {
		errand: conversationsOf,
		show: showConversation,
		empty: 'The account has no conversations yet. The first message to or from a contact starts one',
	},
	messages: {
		errand: messagesOf,
		show: showMessage,
		empty: 'The account has no messages yet. "Message: Send" sends one',
	},
	templates: {
		errand: templatesOf,
		search: byName,
		show: showNamed,
		empty: 'The account has no templates yet. "Template: Create" adds one',
	},
};
