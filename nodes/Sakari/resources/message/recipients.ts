import { field, type Field, type Parameters } from '../../../shared';
import { attributeName, attributeValue, contactDetails, mobileNumber } from '../../contact';
import { contactId, contactIds, conversationIds } from '../../ids';
import { contacts, tags } from '../../parse';

const sendTo = field.choice('Send To', 'sendTo', {
	default: 'phoneNumber',
	options: [
		{ name: 'Contact', value: 'contact', description: 'One contact of the account, chosen from a list' },
		{ name: 'Contact ID(s)', value: 'contacts', description: 'Several contacts of the account' },
		{
			name: 'Conversation ID(s)',
			value: 'conversations',
			description: 'Several conversations; to answer in one, use Reply',
		},
		{
			name: 'Filter',
			value: 'filter',
			description: 'All contacts that have certain tags and attributes',
		},
		{
			name: 'Phone Number',
			value: 'phoneNumber',
			description: 'One phone number, whether or not it belongs to a contact',
		},
	],
	description: 'Who gets the message; the other fields depend on it',
});

const only = (choice: string) => ({ show: { sendTo: [choice] } });

const mobile: Field = { ...mobileNumber, displayOptions: only('phoneNumber') };

const contact: Field = {
	...contactId,
	displayOptions: only('contact'),
	description: 'The contact who gets the message',
};

const knownContacts: Field = {
	...contactIds,
	required: true,
	displayOptions: only('contacts'),
	place: 'body.contacts',
	parse: contacts,
};

const conversations: Field = {
	...conversationIds,
	required: true,
	displayOptions: only('conversations'),
	place: 'body.conversations',
};

// Required, because a filter that Sakari does not understand may choose the whole address book
const contactTags = field.text('Tags', 'tags', {
	required: true,
	placeholder: 'e.g. vip, newsletter',
	displayOptions: only('filter'),
	description: 'Tags of the contacts, separated by commas',
	hint: 'Every contact who has one of these tags gets the message',
	place: 'body.filters.tags',
	parse: tags,
});

/** Sakari's signs are no values of the list, since n8n takes `=` for the start of an expression. */
const comparators: Record<string, string> = {
	atLeast: '>=',
	atMost: '<=',
	equalTo: '=',
	greaterThan: '>',
	lessThan: '<',
	notEqualTo: '!=',
};

const attributeFilters = field.entries('Attribute Filters', 'attributeFilters', {
	placeholder: 'Add Attribute Filter',
	displayOptions: only('filter'),
	description: 'Conditions on attributes of the contacts, besides the tags',
	place: 'body.filters.attributes',
	entry: {
		displayName: 'Attribute',
		name: 'attribute',
		values: [
			attributeName,
			field.choice('Comparator', 'comparator', {
				default: 'equalTo',
				options: [
					{ name: 'Is at Least', value: 'atLeast' },
					{ name: 'Is at Most', value: 'atMost' },
					{ name: 'Is Equal To', value: 'equalTo' },
					{ name: 'Is Greater Than', value: 'greaterThan' },
					{ name: 'Is Less Than', value: 'lessThan' },
					{ name: 'Is Not Equal To', value: 'notEqualTo' },
				],
				parse: (value) => comparators[value as string],
			}),
			{ ...attributeValue, required: true },
		],
	},
	parse: (value) => (value as { attribute?: unknown[] }).attribute,
});

export const contactFields: Field = {
	...field.additionalFields(contactDetails),
	displayName: 'Contact Fields',
	name: 'contactFields',
	displayOptions: only('phoneNumber'),
	description: 'What is known of the recipient; the message can use it in placeholders',
};

/** To whom a message goes: fields of which exactly one kind applies, each with a required one. */
export const recipients: Field[] = [
	sendTo,
	mobile,
	contact,
	knownContacts,
	conversations,
	contactTags,
	attributeFilters,
];

/** The contact that a phone number and what is known of its owner make. */
export function contactOf({ phoneNumber: number, contactFields: fields }: Parameters) {
	const { country: code, ...known } = (fields ?? {}) as { country?: string };
	return { mobile: { number: number as string, ...(code && { country: code }) }, ...known };
}
