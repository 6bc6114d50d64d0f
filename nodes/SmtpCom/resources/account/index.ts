import type { Resource } from '../../../shared/operation';
import { get } from './get';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	usual: 'get',
	operations: [get],
};
