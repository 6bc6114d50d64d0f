import type { Field } from '../../../shared/operation';
import { contactDetails, mobileNumber } from '../../contact';

export const phoneNumber: Field = { ...mobileNumber, place: 'body.mobile.number' };

/** What a contact may have besides its number, where the body of a request holds it. */
const details: Field[] = contactDetails.map((field) => ({
	...field,
	place: field.name === 'country' ? 'body.mobile.country' : `body.${field.name}`,
}));

export const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: details,
};

export const updateFields: Field = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [...details, { ...phoneNumber, required: undefined }].sort((one, other) =>
		one.displayName.localeCompare(other.displayName),
	),
};
