import type { IDataObject } from 'n8n-workflow';

import { limit, operation, returnAll } from '../../../shared';
import { simpleCallback } from '../../simple';
import { withoutKeys } from './fields';

export const getMany = operation.getMany({
	action: 'Get many callbacks',
	description: 'List many callbacks of all channels',
	path: '/v4/callbacks',
	simple: simpleCallback,
	output: ({ body }) => (body as { data: { items: IDataObject[] } }).data.items.map(withoutKeys),
	fields: [returnAll, limit],
});
