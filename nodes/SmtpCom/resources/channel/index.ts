import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';

export const channel: Resource = {
	name: 'Channel',
	value: 'channel',
	usual: 'getMany',
	operations: [get, getMany],
};
