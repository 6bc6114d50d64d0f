import type { Resource } from '../../../shared/operation';
import { close } from './close';
import { get } from './get';
import { getMany } from './getMany';

export const conversation: Resource = {
	name: 'Conversation',
	value: 'conversation',
	usual: 'getMany',
	operations: [close, get, getMany],
};
