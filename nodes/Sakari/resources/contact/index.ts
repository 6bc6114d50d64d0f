import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	usual: upsert.value,
	operations: [create, upsert, remove, get, getMany, update],
};
