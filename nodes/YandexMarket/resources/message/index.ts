import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';
import { reply } from './reply';
import { send } from './send';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	usual: 'send',
	operations: [get, getMany, reply, send],
};
