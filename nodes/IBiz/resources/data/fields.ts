import type { Field } from '../../../shared/operation';
import { headerText } from '../../../shared/parse';
import { furtherFields, idFilter, mostCount, nameFilter } from '../../fields';

/** A tag names a definition in the model of the site; without one the site's default counts. */
const tag = (what: string): Field => ({
	displayName: `${what} Tag`,
	name: `${what.toLowerCase()}Tag`,
	type: 'string',
	default: '',
	description: `Which ${what.toLowerCase()} definition of the site to use. Without it, iBiz needs a default one and otherwise refuses.`,
	place: `query.srf${what.toLowerCase()}tag`,
	parse: headerText(100),
});

export const exportTag = tag('Export');
export const importTag = tag('Import');
export const printTag = tag('Print');
export const reportTag = tag('Report');

/** Which rows an export takes. */
export const exportFilters: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		furtherFields,
		idFilter,
		nameFilter,
		{
			displayName: 'Page',
			name: 'page',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: mostCount },
			default: 0,
			description: 'Which page of rows to export; the first one is 0',
			place: 'body.page',
		},
		{
			displayName: 'Page Size',
			name: 'size',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000 },
			default: 1000,
			description: 'How many rows a page has',
			place: 'body.size',
		},
	],
};
