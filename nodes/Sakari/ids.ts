import { locator } from '../shared/locator';
import type { Field } from '../shared/operation';
import { recordId } from '../shared/plain';
import { ids } from './parse';

const idField = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): Field => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: '',
	placeholder,
	description,
	parse: recordId,
});

export const campaignId = idField(
	'Campaign ID',
	'campaignId',
	'e.g. 65f0c0ffee00000000009001',
	'The ID of the campaign, as Create and Get Many give it',
);

export const contactId = locator(
	{ picker: 'contacts', example: '65f0c0ffee0000000000d001' },
	{
		displayName: 'Contact',
		name: 'contactId',
		required: true,
		description: 'The contact to act on',
		parse: recordId,
	},
);

export const conversationId = idField(
	'Conversation ID',
	'conversationId',
	'e.g. 65f0c0ffee0000000000e001',
	'The ID of the conversation, as "Conversation: Get Many" and messages give it',
);

export const messageId = idField(
	'Message ID',
	'messageId',
	'e.g. 65f0c0ffee0000000000c001',
	'The ID of the message, as Send and Get Many give it',
);

export const templateId = idField(
	'Template ID',
	'templateId',
	'e.g. 65f0c0ffee00000000008001',
	'The ID of the template, as Create and Get Many give it',
);

/** The same ID as a filter of a list. */
export const asFilter = (field: Field, description: string): Field => ({
	...field,
	required: undefined,
	description,
	place: `query.${field.name}`,
});

export const contactIds: Field = {
	displayName: 'Contact IDs',
	name: 'contactIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 65f0c0ffee0000000000d001',
	description: 'IDs of the contacts, separated by commas',
	parse: ids,
};

export const conversationIds: Field = {
	displayName: 'Conversation IDs',
	name: 'conversationIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 65f0c0ffee0000000000e001',
	description: 'IDs of the conversations, separated by commas',
	parse: ids,
};
