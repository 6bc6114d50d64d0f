import type { Resource } from '../../../shared/operation';
import { send } from './send';

export const file: Resource = {
	name: 'File',
	value: 'file',
	usual: 'send',
	operations: [send],
};
