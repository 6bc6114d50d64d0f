import { limit, operation, returnAll } from '../../../shared';
import { pages } from '../../pages';
import { simpleTemplate } from '../../simple';
import { nameFilter } from '../../text';

/** Source: https://developer.sakari.io/api-reference/templates/fetch-templates */
export const getMany = operation.getMany({
	action: 'Get many templates',
	description: 'List many templates',
	path: '/templates',
	simple: simpleTemplate,
	pages,
	fields: [returnAll, limit, nameFilter],
});
