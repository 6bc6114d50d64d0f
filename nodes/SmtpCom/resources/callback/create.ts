import type { Operation } from '../../../shared/operation';
import { channelName } from '../../ids';
import { address, event, findOut, toWebAddress } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a callback',
	description: 'Have SMTP.com call a web address, from now on, when an event happens in a channel',
	method: 'POST',
	path: '/v4/callbacks/{event}',
	effect: 'change',
	findOut,
	output: () => ({ success: true }),
	prepare: toWebAddress,
	fields: [channelName, event, address],
};
