import { operation } from '../../../shared';
import { simpleAccount } from '../../simple';

export const get = operation.get({
	action: 'Get the account',
	description: 'Get the account that the credential belongs to, with its status and usage',
	path: '/v4/account',
	simple: simpleAccount,
	fields: [],
});
