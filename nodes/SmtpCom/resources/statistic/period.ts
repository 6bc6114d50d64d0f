import type { INodePropertyOptions } from 'n8n-workflow';

import { epochSeconds, field } from '../../../shared';

/**
 * Periods whose statistics can be narrowed and grouped. Source of these and of the others:
 * https://www.smtp.com/smtp-api-documentation/
 */
const sliceable: INodePropertyOptions[] = [
	{ name: 'Last 24 Hours', value: 'last_24hrs' },
	{ name: 'Last 30 Days', value: 'last_30days' },
	{ name: 'Last 7 Days', value: 'last_7days' },
	{ name: 'Last Hour', value: 'last_hour', description: 'The clock hour before this one' },
	{ name: 'Last Month', value: 'last_month' },
	{ name: 'Last Week', value: 'last_week', description: 'Monday to Sunday of the week before' },
	{ name: 'This Hour', value: 'this_hour' },
	{ name: 'This Month', value: 'this_month' },
	{ name: 'This Week', value: 'this_week' },
	{ name: 'Today', value: 'this_day' },
	{ name: 'Yesterday', value: 'last_day' },
];

const others: INodePropertyOptions[] = [
	{ name: 'All Time', value: 'total', description: 'Since the account was created' },
	{ name: 'Custom', value: 'custom', description: 'From a start to an end of your choice' },
	{ name: 'Last Year', value: 'last_year' },
	{ name: 'This Year', value: 'this_year' },
];

export const period = field.choice('Period', 'period', {
	required: true,
	default: 'last_7days',
	options: [...sliceable, ...others].sort((one, other) => (one.name < other.name ? -1 : 1)),
	description: 'The time to count in',
});

const forCustom = { show: { period: ['custom'] } };

export const forSliceable = { show: { period: sliceable.map(({ value }) => value) } };

export const start = field.time('Start', 'start', {
	required: true,
	displayOptions: forCustom,
	description: 'The earliest time to count',
	place: 'query.start',
	parse: epochSeconds,
});

export const end = field.time('End', 'end', {
	displayOptions: forCustom,
	description: 'The latest time to count; now if empty',
	place: 'query.end',
	parse: epochSeconds,
});
