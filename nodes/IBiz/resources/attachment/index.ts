import type { Resource } from '../../../shared/operation';
import { download } from './download';
import { getMany } from './getMany';
import { upload } from './upload';

export const attachment: Resource = {
	name: 'Attachment',
	value: 'attachment',
	usual: 'getMany',
	operations: [download, getMany, upload],
};
