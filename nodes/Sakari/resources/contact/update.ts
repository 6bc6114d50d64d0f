import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { contactId } from '../../ids';
import { changed, mustChange } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/contacts/updates-a-contact */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of a contact; fields that are not added stay as they are',
	method: 'PUT',
	path: '/contacts/{contactId}',
	effect: 'change',
	findOut: 'Use "Contact: Get" with the same ID to see what the contact holds',
	fields: [contactId, updateFields],
	prepare: mustChange,
	merge(record, changes) {
		// What Sakari knows of a number does not hold for another one
		const isNewNumber = 'number' in ((changes.mobile ?? {}) as IDataObject);
		return changed(record, changes, isNewNumber ? ['attributes'] : ['attributes', 'mobile']);
	},
};
