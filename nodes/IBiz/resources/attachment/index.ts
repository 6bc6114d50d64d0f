import { resource } from '../../../shared';
import { download } from './download';
import { getMany } from './getMany';
import { upload } from './upload';

export const attachment = resource('Attachment', 'attachment', getMany, [
	download,
	getMany,
	upload,
]);
