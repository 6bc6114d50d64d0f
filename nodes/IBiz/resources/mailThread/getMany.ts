import { attachmentFields } from '../../../shared';
import { idFilter, nameFilter } from '../../fields';
import { filtersWith, listOperation, sort } from '../../lists';
import { filesOf, simpleThread } from '../../simple';

export const getMany = listOperation({
	action: 'Get many mail threads',
	description: 'List many mail threads with their counts, and their files on request',
	path: '/mail_threads/fetch_default',
	simple: simpleThread,
	attachments: filesOf,
	options: [filtersWith([idFilter, nameFilter], 'name'), sort, ...attachmentFields],
});
