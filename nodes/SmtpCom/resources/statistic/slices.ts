import { limit, returnAll } from '../../../shared/fields';
import type { Field } from '../../../shared/operation';
import { recordId } from '../../../shared/plain';
import { channelName } from '../../ids';
import { forSliceable } from './period';

/** By what statistics can be narrowed and grouped, as the API calls it. */
export const slices = ['channel', 'domain', 'rcpt_domain', 'rcpt_isp'];

export const groupBy: Field = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'options',
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
};

const forGroups = { ...forSliceable.show, groupBy: slices };

export const returnAllGroups: Field = { ...returnAll, displayOptions: { show: forGroups } };

export const limitOfGroups: Field = {
	...limit,
	displayOptions: { show: { ...forGroups, ...limit.displayOptions?.show } },
};

export const filters: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	displayOptions: forSliceable,
	options: [
		{ ...channelName, required: false },
		{
			displayName: 'Recipient Domain',
			name: 'rcpt_domain',
			type: 'string',
			default: '',
			placeholder: 'e.g. gmail.com',
			description: 'Domain of the recipients',
			parse: recordId,
		},
		{
			displayName: 'Recipient ISP',
			name: 'rcpt_isp',
			type: 'string',
			default: '',
			placeholder: 'e.g. google',
			description: 'Mail service of the recipients, as SMTP.com names it when grouping by it',
			parse: recordId,
		},
		{
			displayName: 'Sending Domain',
			name: 'domain',
			type: 'string',
			default: '',
			placeholder: 'e.g. email.com',
			description: 'Domain that the messages were sent from',
			parse: recordId,
		},
	],
};

export const options: Field = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
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
		},
	],
};
