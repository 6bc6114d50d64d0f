import type { IDataObject } from 'n8n-workflow';

import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { simpleCallback } from '../../simple';
import { withoutKeys } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many callbacks',
	description: 'List many callbacks of all channels',
	method: 'GET',
	path: '/v4/callbacks',
	effect: 'read',
	simple: simpleCallback,
	output: ({ body }) => (body as { data: { items: IDataObject[] } }).data.items.map(withoutKeys),
	fields: [returnAll, limit],
};
