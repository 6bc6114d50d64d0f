import type { Operation } from '../../../shared/operation';
import { channelName } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a channel',
	description: 'Get a channel with its quota and usage',
	method: 'GET',
	path: '/v4/channels/{channel}',
	effect: 'read',
	fields: [channelName],
};
