import type { IDataObject } from 'n8n-workflow';

import { limit, returnAll } from '../../../shared/fields';
import type { Field, Operation } from '../../../shared/operation';
import { headerText } from '../../../shared/parse';
import { furtherFields, idFilter, nameFilter } from '../../fields';
import { mostInPage, pagesOf } from '../../pages';
import { identifier, jsonObjects } from '../../parse';
import { putFurtherFields } from '../../request';

interface SortRule extends IDataObject {
	field: string;
	direction: string;
}

const filters: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Conditions (JSON)',
			name: 'searchconds',
			type: 'json',
			default: '[{"condtype":"DEFIELD","fieldname":"name","condop":"LIKE","value":""}]',
			description: 'Free search conditions of iBiz, as a JSON array of objects',
			place: 'body.searchconds',
			parse: jsonObjects,
		},
		furtherFields,
		idFilter,
		nameFilter,
		{
			displayName: 'Quick Search',
			name: 'query',
			type: 'string',
			default: '',
			description: 'Text to look for in the fields that the site searches',
			place: 'body.query',
			parse: headerText(),
		},
	],
};

const sort: Field = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Sort Rule',
	default: {},
	options: [
		{
			displayName: 'Rules',
			name: 'rules',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. name',
					description: 'Name of the field to sort by, as iBiz names it',
					parse: identifier,
				},
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
				},
			],
		},
	],
};

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many mail threads',
	description: 'List many mail threads, with filters',
	method: 'POST',
	path: '/mail_threads/fetch_default',
	effect: 'read',
	pages: pagesOf(mostInPage),
	fields: [returnAll, limit, filters, sort],
	prepare(request, parameters) {
		const { rules = [] } = (parameters.sort ?? {}) as { rules?: SortRule[] };
		if (rules.length > 0) {
			request.body.sort = rules.map(({ field, direction }) => `${field},${direction}`).join(';');
		}
		putFurtherFields(request, parameters);
	},
};
