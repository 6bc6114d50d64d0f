import type { IDataObject } from 'n8n-workflow';

import { limit, operation, returnAll } from '../../../shared';
import { simpleChannel } from '../../simple';

export const getMany = operation.getMany({
	action: 'Get many channels',
	description: 'List many channels of the account, canceled ones too, with their quotas',
	path: '/v4/channels',
	simple: simpleChannel,
	fields: [returnAll, limit],
});

/** Whether mails can go through a channel; the documents write the other status in two ways. */
export const isActive = ({ status }: IDataObject) => !/^cancell?ed$/.test(String(status));
