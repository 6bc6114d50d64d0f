import type { IDataObject } from 'n8n-workflow';

import { contactId } from '../../ids';
import { simpleContact } from '../../simple';
import { updating } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/contacts/updates-a-contact */
export const update = updating(
	{
		action: 'Update a contact',
		description: 'Change fields of a contact; fields that are not added stay as they are',
		path: '/contacts/{contactId}',
		findOut: 'Use "Contact: Get" with the same ID to see what the contact holds',
		simple: simpleContact,
		fields: [contactId, updateFields],
	},
	({ mobile }) => {
		// What Sakari knows of a number does not hold for another one
		const isNewNumber = 'number' in ((mobile ?? {}) as IDataObject);
		return isNewNumber ? ['attributes'] : ['attributes', 'mobile'];
	},
);
