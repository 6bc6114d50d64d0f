import type { Resource } from '../../../shared/operation';
import { get } from './get';

export const statistic: Resource = {
	name: 'Statistic',
	value: 'statistic',
	usual: 'get',
	operations: [get],
};
