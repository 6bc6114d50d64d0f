import { field, operation } from '../../../shared';
import { simpleContact } from '../../simple';
import { additionalFields, phoneNumber } from './fields';

/**
 * The names are those of the API, which does not explain them. What they are called here follows
 * what the help center says of uploads.
 * Sources: https://developer.sakari.io/api-reference/contacts/create-contact and
 * https://support.sakari.io/hc/en-us/articles/360038871612
 */
const mergeStrategy = field.choice('If the Contact Exists', 'mergeStrategy', {
	default: 'append',
	options: [
		{
			name: 'Add to It (Append)',
			value: 'append',
			description: 'Change what is given here and keep everything else',
		},
		{
			name: 'Change Only Its Name and Email (Core)',
			value: 'core',
			description: 'Leave attributes and tags as they are',
		},
		{ name: 'Replace It (Remove)', value: 'remove', description: 'Remove what is not given here' },
	],
	description: 'What Sakari does with a contact that already has this phone number',
	place: 'query.mergeStrategy',
});

export const upsert = operation.upsert({
	action: 'Create or update a contact',
	description: 'Create a new contact, or update the current one if it already exists (upsert)',
	path: '/contacts',
	findOut: 'Use "Contact: Get Many" with the phone number as filter to see what the contact holds',
	simple: simpleContact,
	// A property of its own, since one that Create shares would stand before the strategy
	fields: [phoneNumber, mergeStrategy, { ...additionalFields }],
});
