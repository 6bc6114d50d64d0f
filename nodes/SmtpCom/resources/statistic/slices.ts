import { field, type Field, limit, optional, recordId, returnAll } from '../../../shared';
import { channelName } from '../../ids';
import { forSliceable } from './period';

/** By what statistics can be narrowed and grouped, as the API calls it. */
export const slices = ['channel', 'domain', 'rcpt_domain', 'rcpt_isp'];

export const groupBy = field.choice('Group By', 'groupBy', {
	default: 'none',
	displayOptions: forSliceable,
	options: [
		{ name: 'Channel', value: 'channel' },
		{ name: 'None', value: 'none' },
		{ name: 'Recipient Domain', value: 'rcpt_domain' },
		{ name: 'Recipient ISP', value: 'rcpt_isp' },
		{ name: 'Sending Domain', value: 'domain' },
	],
	description: 'What to count separately, with an item for each',
});

const forGroups = { ...forSliceable.show, groupBy: slices };

export const returnAllGroups: Field = { ...returnAll, displayOptions: { show: forGroups } };

export const limitOfGroups: Field = {
	...limit,
	displayOptions: { show: { ...forGroups, ...limit.displayOptions?.show } },
};

const narrowing = [
	optional(channelName),
	field.text('Recipient Domain', 'rcpt_domain', {
		placeholder: 'e.g. gmail.com',
		description: 'Domain of the recipients',
		parse: recordId,
	}),
	field.text('Recipient ISP', 'rcpt_isp', {
		placeholder: 'e.g. google',
		description: 'Mail service of the recipients, as SMTP.com names it when grouping by it',
		parse: recordId,
	}),
	field.text('Sending Domain', 'domain', {
		placeholder: 'e.g. email.com',
		description: 'Domain that the messages were sent from',
		parse: recordId,
	}),
];

export const filters = field.filters(narrowing, { displayOptions: forSliceable });

export const options = field.options([
	field.choice('Event', 'event', {
		default: 'delivered',
		description: 'The only event to count',
		options: [
			{ name: 'Accepted', value: 'accepted' },
			{ name: 'Clicked', value: 'clicked' },
			{ name: 'Complained', value: 'complained' },
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Hard Bounced', value: 'hard' },
			{ name: 'Opened', value: 'opened' },
			{ name: 'Queued', value: 'queued' },
			{ name: 'Unsubscribed', value: 'unsubscribed' },
		],
		place: 'query.event',
	}),
]);
