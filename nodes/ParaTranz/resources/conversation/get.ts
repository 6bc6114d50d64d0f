import { limit, operation, returnAll } from '../../../shared';
import { userId } from '../../ids';
import { simpleMail } from '../../simple';

export const get = operation.get({
	action: 'Get a conversation',
	description: 'Get the private mails exchanged with one user',
	path: '/mails/conversations/{userId}',
	simple: (mail, { userId: other }) => simpleMail(mail, other),
	fields: [{ ...userId, description: 'The other side of the conversation' }, returnAll, limit],
});
