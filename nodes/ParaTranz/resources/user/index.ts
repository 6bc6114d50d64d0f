import type { Resource } from '../../../shared/operation';
import { get } from './get';

export const user: Resource = {
	name: 'User',
	value: 'user',
	usual: 'get',
	operations: [get],
};
