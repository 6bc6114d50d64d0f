import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	usual: 'getMany',
	operations: [create, get, getMany],
};
