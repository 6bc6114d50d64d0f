import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { pages } from '../../pages';
import { simpleCampaign } from '../../simple';
import { nameFilter } from '../../text';

/** Source: https://developer.sakari.io/api-reference/campaigns/fetch-campaigns */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many campaigns',
	description: 'List many campaigns',
	method: 'GET',
	path: '/campaigns',
	effect: 'read',
	simple: simpleCampaign,
	pages,
	fields: [returnAll, limit, nameFilter],
};
