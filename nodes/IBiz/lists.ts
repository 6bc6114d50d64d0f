import type { IDataObject } from 'n8n-workflow';

import type { Errand, Field, Operation, Request } from '../shared';
import { field, limit, returnAll } from '../shared';
import { containsFilter, furtherFields } from './fields';
import { mostInPage, pagesOf } from './pages';
import { identifier, jsonObjects } from './parse';
import { putFurtherFields } from './request';

/**
 * Filters that a list has, beside those that all lists have.
 *
 * @param example name of a field, for the condition that stands there at first
 */
export const filtersWith = (own: Field[], example: string) =>
	field.filters([
		...own,
		field.json('Conditions (JSON)', 'searchconds', {
			default: `[{"condtype":"DEFIELD","fieldname":"${example}","condop":"LIKE","value":""}]`,
			description: 'Free search conditions of iBiz, as a JSON array of objects',
			place: 'body.searchconds',
			parse: jsonObjects,
		}),
		furtherFields,
		containsFilter('Quick Search', 'query', 'Text to look for in the fields that the site searches'),
	]);

export const sort = field.entries('Sort', 'sort', {
	placeholder: 'Add Sort Rule',
	entry: {
		displayName: 'Rules',
		name: 'rules',
		values: [
			field.text('Field', 'field', {
				required: true,
				placeholder: 'e.g. name',
				description: 'Name of the field to sort by, as iBiz names it',
				parse: identifier,
			}),
			field.choice('Direction', 'direction', {
				default: 'asc',
				options: [
					{ name: 'Ascending', value: 'asc' },
					{ name: 'Descending', value: 'desc' },
				],
			}),
		],
	},
});

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
