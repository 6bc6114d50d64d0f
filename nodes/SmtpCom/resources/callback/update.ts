import { operation } from '../../../shared';
import { channelName } from '../../ids';
import { address, event, findOut, toWebAddress } from './fields';

export const update = operation.update({
	action: 'Update a callback',
	description: 'Have SMTP.com call another web address than before; the old one is no longer called',
	method: 'PATCH',
	path: '/v4/callbacks/{event}',
	findOut,
	output: () => ({ success: true }),
	prepare: toWebAddress,
	fields: [channelName, event, address],
});
