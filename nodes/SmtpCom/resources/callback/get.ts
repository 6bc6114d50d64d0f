import type { IDataObject } from 'n8n-workflow';

import { operation } from '../../../shared';
import { channelName } from '../../ids';
import { simpleCallback } from '../../simple';
import { channelInQuery, event, withoutKeys } from './fields';

export const get = operation.get({
	action: 'Get a callback',
	description: 'Get the address that is called for an event of a channel',
	path: '/v4/callbacks/{event}',
	simple: simpleCallback,
	prepare: channelInQuery,
	output: ({ body }) => withoutKeys((body as { data: IDataObject }).data),
	fields: [channelName, event],
});
