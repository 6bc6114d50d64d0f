import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';
import { send } from './send';

export const mail: Resource = {
	name: 'Mail',
	value: 'mail',
	usual: 'send',
	operations: [getMany, send],
};
