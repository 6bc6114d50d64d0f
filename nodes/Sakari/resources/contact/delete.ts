import type { Operation } from '../../../shared/operation';
import { contactId } from '../../ids';
import { deleted } from '../../update';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a contact',
	description: 'Delete a contact permanently',
	method: 'DELETE',
	path: '/contacts/{contactId}',
	effect: 'change',
	findOut: 'Use "Contact: Get" with the same ID to see whether the contact is gone',
	fields: [contactId],
	output: deleted,
};
