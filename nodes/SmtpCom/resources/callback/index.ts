import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getLog } from './getLog';
import { getMany } from './getMany';
import { update } from './update';

export const callback: Resource = {
	name: 'Callback',
	value: 'callback',
	usual: 'getMany',
	operations: [create, remove, get, getLog, getMany, update],
};
