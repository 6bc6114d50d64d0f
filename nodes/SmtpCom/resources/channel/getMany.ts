import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many channels',
	description: 'List many channels of the account',
	method: 'GET',
	path: '/v4/channels',
	effect: 'read',
	fields: [returnAll, limit],
};
