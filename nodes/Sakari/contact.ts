import type { Field } from '../shared/operation';
import { emailAddress, headerText, phoneNumber } from '../shared/parse';
import { ownName } from '../shared/plain';
import { country, tags } from './parse';

export const mobileNumber: Field = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +12025550101',
	description: 'The mobile number in international form, with + and country code',
	parse: phoneNumber,
};

export const attributeName: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. city',
	description: 'Name of a custom attribute of contacts',
	parse: ownName(200),
};

export const attributeValue: Field = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	placeholder: 'e.g. Austin',
	description: 'Value of the attribute',
};

interface Attributes {
	attribute?: Array<{ name: string; value?: string }>;
}

/** What a contact may have besides its number. */
export const contactDetails: Field[] = [
	{
		displayName: 'Attributes',
		name: 'attributes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Attribute',
		default: {},
		description: 'Custom attributes of the contact, which messages can use in placeholders',
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: [attributeName, attributeValue],
			},
		],
		parse: (value) =>
			Object.fromEntries(
				((value as Attributes).attribute ?? []).map((pair) => [pair.name, pair.value ?? '']),
			),
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. US',
		description: 'The country of the phone number, as two letters (ISO 3166-1)',
		parse: country,
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		description: 'E-mail address of the contact',
		parse: emailAddress,
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		description: 'First name of the contact',
		parse: headerText(),
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		description: 'Last name of the contact',
		parse: headerText(),
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip, newsletter',
		description: 'Tags of the contact, separated by commas',
		parse: (value, context) => (tags(value, context) as string[]).map((tag) => ({ tag })),
	},
];
