import { operation } from '../../../shared';
import { contactId } from '../../ids';
import { deleted } from '../../update';

export const remove = operation.delete({
	action: 'Delete a contact',
	description: 'Delete a contact permanently',
	path: '/contacts/{contactId}',
	findOut: 'Use "Contact: Get" with the same ID to see whether the contact is gone',
	fields: [contactId],
	output: deleted,
});
