import { operation } from '../../../shared';
import { channelName } from '../../ids';
import { simpleChannel } from '../../simple';

export const get = operation.get({
	action: 'Get a channel',
	description: 'Get a channel (sender) with its quota and usage',
	path: '/v4/channels/{channel}',
	simple: simpleChannel,
	fields: [channelName],
});
