import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const campaign: Resource = {
	name: 'Campaign',
	value: 'campaign',
	usual: 'getMany',
	operations: [create, remove, get, getMany, update],
};
