import type { Operation } from '../../../shared/operation';
import { simpleAccount } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the account',
	description: 'Get the account that the credential belongs to, with its status and usage',
	method: 'GET',
	path: '/v4/account',
	effect: 'read',
	simple: simpleAccount,
	fields: [],
};
