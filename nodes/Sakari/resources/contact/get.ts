import { operation } from '../../../shared';
import { contactId } from '../../ids';
import { simpleContact } from '../../simple';

export const get = operation.get({
	action: 'Get a contact',
	description: 'Get one contact by its ID',
	path: '/contacts/{contactId}',
	simple: simpleContact,
	fields: [contactId],
});
