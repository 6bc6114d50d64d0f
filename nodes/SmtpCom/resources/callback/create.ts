import { operation } from '../../../shared';
import { channelName } from '../../ids';
import { address, event, findOut, toWebAddress } from './fields';

export const create = operation.create({
	action: 'Create a callback',
	description: 'Have SMTP.com call a web address, from now on, when an event happens in a channel',
	path: '/v4/callbacks/{event}',
	findOut,
	output: () => ({ success: true }),
	prepare: toWebAddress,
	fields: [channelName, event, address],
});
