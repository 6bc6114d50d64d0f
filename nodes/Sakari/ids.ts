import { field, type Field, optional, recordId } from '../shared';
import { ids } from './parse';

/** A record that is chosen from the list that `pickers.ts` has for its kind, or named by its ID. */
const record = (kind: string, example: string) =>
	field.record(`${kind[0]!.toUpperCase()}${kind.slice(1)}`, `${kind}Id`, {
		picker: `${kind}s`,
		example,
		description: `The ${kind} to act on`,
		parse: recordId,
	});

export const campaignId = record('campaign', '65f0c0ffee00000000009001');

export const contactId = record('contact', '65f0c0ffee0000000000d001');

export const conversationId = record('conversation', '65f0c0ffee0000000000e001');

export const messageId = record('message', '65f0c0ffee0000000000c001');

export const templateId = record('template', '65f0c0ffee00000000008001');

/** The same ID as a filter of a list. */
export const asFilter = (id: Field, description: string): Field => ({
	...optional(id),
	description,
	place: `query.${id.name}`,
});

export const contactIds = field.text('Contact IDs', 'contactIds', {
	placeholder: 'e.g. 65f0c0ffee0000000000d001',
	description: 'IDs of the contacts, separated by commas',
	parse: ids,
});

export const conversationIds = field.text('Conversation IDs', 'conversationIds', {
	placeholder: 'e.g. 65f0c0ffee0000000000e001',
	description: 'IDs of the conversations, separated by commas; messages name theirs as threadId',
	parse: ids,
});
