import type { Operation } from '../../../shared/operation';
import { contactId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID',
	method: 'GET',
	path: '/contacts/{contactId}',
	effect: 'read',
	fields: [contactId],
};
