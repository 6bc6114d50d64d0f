import type { Resource } from '../../../shared/operation';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const follower: Resource = {
	name: 'Follower',
	value: 'follower',
	usual: 'getMany',
	operations: [add, getMany, remove],
};
