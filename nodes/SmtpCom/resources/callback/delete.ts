import { operation } from '../../../shared';
import { channelName } from '../../ids';
import { channelInQuery, event, findOut } from './fields';

export const remove = operation.delete({
	action: 'Delete a callback',
	description: 'Stop the calls for an event of a channel; whoever received them, such as a trigger, gets no more',
	path: '/v4/callbacks/{event}',
	findOut,
	output: () => ({ deleted: true }),
	/** The API page lists the channel as query, the official PHP client sends it as JSON. */
	prepare(request, parameters) {
		channelInQuery(request, parameters);
		request.body.channel = request.qs.channel;
	},
	fields: [channelName, event],
});
