import type { IDataObject } from 'n8n-workflow';

import { limit, returnAll } from '../shared/fields';
import type { Errand, Field, Operation, Request } from '../shared/operation';
import { headerText } from '../shared/parse';
import { furtherFields } from './fields';
import { mostInPage, pagesOf } from './pages';
import { identifier, jsonObjects } from './parse';
import { putFurtherFields } from './request';

/** A filter by a part of a text. */
export const containsFilter = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	place: `body.${name}`,
	parse: headerText(),
});

const conditions = (field: string): Field => ({
	displayName: 'Conditions (JSON)',
	name: 'searchconds',
	type: 'json',
	default: `[{"condtype":"DEFIELD","fieldname":"${field}","condop":"LIKE","value":""}]`,
	description: 'Free search conditions of iBiz, as a JSON array of objects',
	place: 'body.searchconds',
	parse: jsonObjects,
});

/**
 * Filters that a list has, beside those that all lists have.
 *
 * @param example name of a field, for the condition that stands there at first
 */
export const filtersWith = (own: Field[], example: string): Field => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		...own,
		conditions(example),
		furtherFields,
		containsFilter('Quick Search', 'query', 'Text to look for in the fields that the site searches'),
	].sort((one, other) => one.displayName.localeCompare(other.displayName)),
});
export const sort: Field = {
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

interface SortRule extends IDataObject {
	field: string;
	direction: string;
}

function putSort({ body }: Request, rules: SortRule[] = [], usual?: string): void {
	const wanted = rules.map(({ field, direction }) => `${field},${direction}`).join(';') || usual;
	if (wanted) body.sort = wanted;
}

/** The latest first. Times have whole seconds; of the same one, pages must not overlap. */
export const newestFirst = 'create_date,desc;id,desc';

/** A list that a trigger or the editor reads; its parameter `filters` goes into the body. */
export const listErrand = (path: string, sort: string, size = mostInPage): Errand => ({
	method: 'POST',
	path,
	effect: 'read',
	pages: pagesOf(size),
	fields: [],
	prepare({ body }, { filters }) {
		Object.assign(body, filters, { sort });
	},
});

type OwnPart = Pick<Operation, 'action' | 'description' | 'path' | 'simple' | 'attachments'> & {
	/** What stands above the limit. */
	fields?: Field[];
	/** What stands below it: filters, and perhaps the order. */
	options: Field[];
	/** The order where the user asks for none. */
	usualSort?: string;
};

/** A list that a `fetch_` method gives. */
export const listOperation = (own: OwnPart): Operation => {
	const { fields = [], options, usualSort, ...words } = own;
	return {
		...words,
		name: 'Get Many',
		value: 'getMany',
		method: 'POST',
		effect: 'read',
		pages: pagesOf(mostInPage),
		fields: [...fields, returnAll, limit, ...options],
		prepare(request, parameters) {
			const { rules } = (parameters.sort ?? {}) as { rules?: SortRule[] };
			putSort(request, rules, usualSort);
			putFurtherFields(request, parameters);
		},
	};
};
