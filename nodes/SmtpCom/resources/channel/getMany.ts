import type { IDataObject } from 'n8n-workflow';

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

/** Whether mails can go through a channel; the documents write the other status in two ways. */
export const isActive = ({ status }: IDataObject) => !/^cancell?ed$/.test(String(status));
