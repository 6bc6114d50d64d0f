import { emailAddress, field, type Field, headerText, ownName, phoneNumber } from '../shared';
import { country, tags } from './parse';

export const mobileNumber = field.text('Phone Number', 'phoneNumber', {
	required: true,
	placeholder: 'e.g. +12025550101',
	description: 'The mobile number in international form, with + and country code',
	parse: phoneNumber,
});

export const attributeName = field.text('Name', 'name', {
	required: true,
	placeholder: 'e.g. city',
	description: 'Name of a custom attribute of contacts',
	parse: ownName(200),
});

export const attributeValue = field.text('Value', 'value', {
	placeholder: 'e.g. Austin',
	description: 'Value of the attribute',
});

interface Attributes {
	attribute?: Array<{ name: string; value?: string }>;
}

/** What a contact may have besides its number. */
export const contactDetails: Field[] = [
	field.entries('Attributes', 'attributes', {
		description: 'Custom attributes of the contact, which messages can use in placeholders',
		entry: { displayName: 'Attribute', name: 'attribute', values: [attributeName, attributeValue] },
		parse: (value) =>
			Object.fromEntries(
				((value as Attributes).attribute ?? []).map((pair) => [pair.name, pair.value ?? '']),
			),
	}),
	field.text('Country', 'country', {
		placeholder: 'e.g. US',
		description: 'The country of the phone number, as two letters (ISO 3166-1)',
		parse: country,
	}),
	field.text('Email', 'email', {
		placeholder: 'name@email.com',
		description: 'E-mail address of the contact',
		parse: emailAddress,
	}),
	field.text('First Name', 'firstName', {
		description: 'First name of the contact',
		parse: headerText(),
	}),
	field.text('Last Name', 'lastName', {
		description: 'Last name of the contact',
		parse: headerText(),
	}),
	field.text('Tags', 'tags', {
		placeholder: 'e.g. vip, newsletter',
		description: 'Tags of the contact, separated by commas',
		parse: (value, context) => (tags(value, context) as string[]).map((tag) => ({ tag })),
	}),
];
