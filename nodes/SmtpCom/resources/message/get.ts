import { operation } from '../../../shared';
import { channelName, messageId } from '../../ids';
import { simpleMessage } from '../../simple';

const day = 86_400;

/** Details are kept for seven calendar days before today. */
const oldest = () => (Math.floor(Date.now() / 1000 / day) - 7) * day;

export const get = operation.get({
	action: 'Get a message',
	description: 'Get what became of a sent message of the last 7 days, one item for each recipient',
	path: '/v4/messages',
	simple: simpleMessage,
	missing: 'no message with this ID was sent through this channel in the last 7 days',
	/** A message has at most 1000 recipients, which is as much as a page holds. */
	prepare({ qs }, { channel, messageId: id }) {
		Object.assign(qs, { channel, msg_id: id, start: oldest(), limit: 1000, offset: 0 });
	},
	fields: [channelName, { ...messageId, required: true }],
});
