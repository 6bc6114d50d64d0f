import { idFilter, nameFilter } from '../../fields';
import { filtersWith, listOperation, sort } from '../../lists';

export const getMany = listOperation({
	action: 'Get many mail threads',
	description: 'List many mail threads, with filters',
	path: '/mail_threads/fetch_default',
	options: [filtersWith([idFilter, nameFilter], 'name'), sort],
});
