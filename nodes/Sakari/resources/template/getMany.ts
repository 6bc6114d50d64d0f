import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { pages } from '../../pages';
import { simpleTemplate } from '../../simple';
import { nameFilter } from '../../text';

/** Source: https://developer.sakari.io/api-reference/templates/fetch-templates */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many templates',
	description: 'List many templates',
	method: 'GET',
	path: '/templates',
	effect: 'read',
	simple: simpleTemplate,
	pages,
	fields: [returnAll, limit, nameFilter],
};
