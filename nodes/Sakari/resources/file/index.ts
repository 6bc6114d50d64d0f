import type { Resource } from '../../../shared/operation';
import { share } from './share';

export const file: Resource = {
	name: 'File',
	value: 'file',
	usual: 'share',
	operations: [share],
};
