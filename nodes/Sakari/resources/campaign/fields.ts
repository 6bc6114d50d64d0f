import { field, type Field, headerText, optional } from '../../../shared';
import { contactIds } from '../../ids';
import { tags } from '../../parse';
import { messageTemplate, recordName } from '../../text';

export const trigger = field.choice('Start', 'trigger', {
	default: 'M',
	options: [
		{ name: 'By File Upload', value: 'FU', description: 'When a file of contacts is uploaded' },
		{ name: 'By Schedule', value: 'S', description: 'At times that are chosen in Sakari' },
		{ name: 'Manually', value: 'M', description: 'When somebody starts it in Sakari' },
		{
			name: 'V2',
			value: 'V2',
			description:
				'Passed on as it is. Sakari does not document its meaning, so use it only if its support names it.',
		},
	],
	description: 'Where the campaign gets its contacts from, and what starts it',
	place: 'body.trigger.code',
});

const details: Field[] = [
	{
		...contactIds,
		description: 'IDs of the contacts it goes to, separated by commas',
		place: 'body.filters.contacts',
	},
	field.text('Report', 'reportWhen', {
		placeholder: 'e.g. NoReport',
		description: 'When to report on the campaign. Of its values Sakari documents only NoReport.',
		place: 'body.reporting.when',
		parse: headerText(),
	}),
	field.text('Tags', 'tags', {
		placeholder: 'e.g. vip, newsletter',
		description: 'Tags of the contacts it goes to, separated by commas',
		place: 'body.filters.tags',
		parse: tags,
	}),
];

export const additionalFields = field.additionalFields(details);

export const updateFields = field.updateFields([
	...details,
	optional(messageTemplate),
	optional(recordName),
	trigger,
]);
