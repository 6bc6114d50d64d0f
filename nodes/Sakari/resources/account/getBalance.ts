import type { Operation } from '../../../shared';

/** Source: https://developer.sakari.io/api-reference/accounts/fetch-account-balance */
export const getBalance: Operation = {
	name: 'Get Balance',
	value: 'getBalance',
	action: 'Get the balance of the account',
	description: 'Get the credit that is left, and what a message segment costs',
	method: 'GET',
	path: '/balance',
	effect: 'read',
	fields: [],
};
