import { field, headerText } from '../../../shared';
import { furtherFields, idFilter, mostCount, nameFilter } from '../../fields';

/** A tag names a definition in the model of the site; without one the site's default counts. */
const tag = (label: string, what: string) =>
	field.text(label, `${what}Tag`, {
		description: `Which ${what} definition of the site to use. Without it, iBiz needs a default one and otherwise refuses.`,
		place: `query.srf${what}tag`,
		parse: headerText(100),
	});

export const exportTag = tag('Export Tag', 'export');
export const importTag = tag('Import Tag', 'import');
export const printTag = tag('Print Tag', 'print');
export const reportTag = tag('Report Tag', 'report');

/** Which rows an export takes. */
export const exportFilters = field.filters([
	furtherFields,
	idFilter,
	nameFilter,
	field.number('Page', 'page', {
		typeOptions: { minValue: 0, maxValue: mostCount },
		description: 'Which page of rows to export; the first one is 0',
		place: 'body.page',
	}),
	field.number('Page Size', 'size', {
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 1000,
		description: 'How many rows a page has',
		place: 'body.size',
	}),
]);
