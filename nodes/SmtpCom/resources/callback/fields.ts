import type { IDataObject } from 'n8n-workflow';

import { field, type Operation, webAddress } from '../../../shared';
import { events } from '../../events';

/** With the channel, what a callback is known by. */
export const event = field.choice('Event', 'event', {
	required: true,
	default: 'failed',
	options: events,
	description: 'The event to call the address for; each event of a channel has at most one address',
});

export const address = field.text('Address', 'address', {
	required: true,
	placeholder: 'e.g. https://example.com/hooks/smtp',
	description: 'Web address that SMTP.com sends the events to',
	hint: 'SMTP.com does not sign its calls, so only an address that nobody can guess keeps forged ones out',
	place: 'body.address',
	parse: webAddress,
});

/** How to see whether a callback was changed. */
export const findOut =
	'Use "Callback: Get" with the same channel and event to see what is registered';

type Prepare = NonNullable<Operation['prepare']>;

export const channelInQuery: Prepare = ({ qs }, { channel }) => {
	qs.channel = channel as string;
};

/**
 * The API page lists what changes callbacks as query, the official PHP client sends it as JSON.
 * Queues of Amazon are not offered, since the sources do not agree on the medium's name.
 */
export const toWebAddress: Prepare = ({ body }, { channel }) => {
	Object.assign(body, { channel, medium: 'http' });
};

/** Callbacks without the keys to queues of Amazon. */
export const withoutKeys = ({ aws_data: _, ...callback }: IDataObject) => callback;
