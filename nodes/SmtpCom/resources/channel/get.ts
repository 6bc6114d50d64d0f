import type { Operation } from '../../../shared/operation';
import { channelName } from '../../ids';
import { simpleChannel } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a channel',
	description: 'Get a channel (sender) with its quota and usage',
	method: 'GET',
	path: '/v4/channels/{channel}',
	effect: 'read',
	simple: simpleChannel,
	fields: [channelName],
};
