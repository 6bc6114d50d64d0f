import type { Resource } from '../../../shared/operation';
import { getBalance } from './getBalance';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	usual: 'getBalance',
	operations: [getBalance],
};
