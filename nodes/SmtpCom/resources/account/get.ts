import type { Operation } from '../../../shared/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the account',
	description: 'Get the account of the credential, with its status and usage',
	method: 'GET',
	path: '/v4/account',
	effect: 'read',
	fields: [],
};
