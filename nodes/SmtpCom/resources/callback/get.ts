import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { channelName } from '../../ids';
import { simpleCallback } from '../../simple';
import { channelInQuery, event, withoutKeys } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a callback',
	description: 'Get the address that is called for an event of a channel',
	method: 'GET',
	path: '/v4/callbacks/{event}',
	effect: 'read',
	simple: simpleCallback,
	prepare: channelInQuery,
	output: ({ body }) => withoutKeys((body as { data: IDataObject }).data),
	fields: [channelName, event],
};
