import { field, type Field, optional } from '../../../shared';
import { contactDetails, mobileNumber } from '../../contact';

export const phoneNumber: Field = { ...mobileNumber, place: 'body.mobile.number' };

/** What a contact may have besides its number, where the body of a request holds it. */
const details: Field[] = contactDetails.map((detail) => ({
	...detail,
	place: detail.name === 'country' ? 'body.mobile.country' : `body.${detail.name}`,
}));

export const additionalFields = field.additionalFields(details);

export const updateFields = field.updateFields([...details, optional(phoneNumber)]);
