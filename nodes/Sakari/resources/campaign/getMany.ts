import { limit, operation, returnAll } from '../../../shared';
import { pages } from '../../pages';
import { simpleCampaign } from '../../simple';
import { nameFilter } from '../../text';

/** Source: https://developer.sakari.io/api-reference/campaigns/fetch-campaigns */
export const getMany = operation.getMany({
	action: 'Get many campaigns',
	description: 'List many campaigns',
	path: '/campaigns',
	simple: simpleCampaign,
	pages,
	fields: [returnAll, limit, nameFilter],
});
