import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import type { Field } from '../shared';
import {
	asProperty,
	eachAs,
	field,
	listSearches,
	optional,
	polling,
	simplify,
	sourceOf,
} from '../shared';
import { contactId, recordId } from './ids';
import { askedFor, type Filters, isWanted, messages, wantedBy } from './inbox';
import { messageTypes } from './messageType';
import { identifier, key } from './parse';
import { pickers, recordsOf } from './pickers';
import { iBiz } from './provider';
import { simpleMessage } from './simple';

const authorExample = 'e.g. 3f0c5a7e9b1d4c2688aa0001';

const models = field.text('Models', 'models', {
	placeholder: 'e.g. crm_lead, res_partner',
	description: 'Only messages on records of these entities, by their names, separated by commas',
	parse: eachAs(identifier),
});

/** The records of the one model that is wanted. */
const records = recordsOf({ ...models, name: 'filters.models', parse: identifier });

const author = optional(contactId);

interface Values {
	filters?: Filters;
	simplify?: boolean;
}

const fields: Field[] = [
	simplify,
	field.filters([
		{
			...author,
			displayName: 'Author',
			name: 'author',
			description: 'Only messages by this contact',
		},
		field.text('Author IDs', 'authorIds', {
			placeholder: authorExample,
			description:
				'Only messages by these contacts, by their keys, separated by commas. Each message tells the ID of its author.',
			parse: eachAs(key),
		}),
		{
			...author,
			displayName: 'Ignored Author',
			name: 'ignoredAuthor',
			description:
				'No messages by this contact. Where the workflow posts messages itself, choose its own author here, or it starts itself again and again.',
		},
		field.text('Ignored Author IDs', 'ignoredAuthorIds', {
			placeholder: authorExample,
			description: 'No messages by these contacts, by their keys, separated by commas',
			parse: eachAs(key),
		}),
		field.choices('Message Types', 'messageTypes', {
			options: messageTypes,
			description: 'Only messages of these kinds',
		}),
		models,
		{
			...optional(recordId),
			name: 'record',
			description: 'Only messages on this record; the list shows those of the model in the filter Models',
		},
		field.text('Record IDs', 'recordIds', {
			placeholder: 'e.g. 5e05d8448f8461dada9ba29c',
			description: 'Only messages on these records, by their keys, separated by commas',
			parse: eachAs(key),
		}),
	]),
];

export class IBizTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iBiz Trigger',
		name: 'iBizTrigger',
		icon: { light: 'file:../../icons/iBiz.svg', dark: 'file:../../icons/iBiz.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'New message',
		description: 'Starts the workflow when a message is posted on a record of iBizOdoo',
		defaults: { name: 'iBiz Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iBizApi', required: true }],
		properties: fields.map(asProperty),
	};

	methods = { listSearch: listSearches(iBiz, { contacts: pickers.contacts!, records }) };

	poll = polling(iBiz, fields, ({ filters, simplify: isSimple }: Values, line, credential) => {
		const wanted = wantedBy(filters);
		const { baseUrl, organizationId, userName } = credential;
		return {
			name: JSON.stringify([baseUrl, organizationId, userName, askedFor(wanted)]),
			source: sourceOf(messages(line, wanted)),
			isWanted: isWanted(wanted),
			shape: isSimple ? simpleMessage : undefined,
		};
	});
}
