import type { Operation } from '../../../shared/operation';
import { contactId } from '../../ids';
import { simpleContact } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID',
	method: 'GET',
	path: '/contacts/{contactId}',
	effect: 'read',
	simple: simpleContact,
	fields: [contactId],
};
