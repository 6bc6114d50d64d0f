import { operation } from '../../../shared';
import { simpleContact } from '../../simple';
import { additionalFields, phoneNumber } from './fields';

/** Source: https://developer.sakari.io/api-reference/contacts/create-contact */
export const create = operation.create({
	action: 'Create a contact',
	description:
		'Create a contact. Where one has this number already, Sakari decides what becomes of it; to decide yourself, use Create or Update.',
	path: '/contacts',
	findOut: 'Use "Contact: Get Many" with the phone number as filter to see whether the contact is there',
	simple: simpleContact,
	fields: [phoneNumber, additionalFields],
});
