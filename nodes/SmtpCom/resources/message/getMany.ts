import { epochSeconds, field, limit, offset, operation, returnAll, Unfit } from '../../../shared';
import { channelName, messageId } from '../../ids';
import { simpleMessage } from '../../simple';

export const getMany = operation.getMany({
	action: 'Get many messages',
	description: 'List many messages that were sent through a channel, with what became of them, oldest first',
	path: '/v4/messages',
	simple: simpleMessage,
	pages: offset({ offset: 'offset', limit: 'limit', most: 1000 }),
	prepare({ qs }, parameters) {
		qs.channel = parameters.channel as string;
		if (Number(qs.end) <= Number(qs.start)) throw new Unfit("'End' must be later than 'Start'");
	},
	fields: [
		channelName,
		field.time('Start', 'start', {
			required: true,
			description: 'The earliest time to list',
			hint: 'SMTP.com keeps the details of the last 7 days, and leaves out what is older without a word',
			place: 'query.start',
			parse: epochSeconds,
		}),
		returnAll,
		limit,
		field.filters([
			field.time('End', 'end', {
				description: 'The latest time to list; now if empty',
				place: 'query.end',
				parse: epochSeconds,
			}),
			field.choice('Event', 'event', {
				default: 'delivered',
				description: 'What must have become of the messages',
				options: [
					{ name: 'Accepted', value: 'accepted' },
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Failed', value: 'failed' },
				],
				place: 'query.event',
			}),
			{ ...messageId, place: 'query.msg_id' },
		]),
	],
});
