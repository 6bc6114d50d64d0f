import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';
import { reply } from './reply';
import { send } from './send';

export const mail: Resource = {
	name: 'Mail',
	value: 'mail',
	usual: 'send',
	operations: [getMany, reply, send],
};
