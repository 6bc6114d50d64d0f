import type { IDataObject } from 'n8n-workflow';

import { field, type Parameters, recordId } from '../shared';

/** The category that iBizOdoo is set up with. Source: https://github.com/iBizLab/iBizOdoo */
export const usualCategory = 'ibizodoo';

/** Where the site keeps files, other than in its usual place. */
export const fileOptions = field.options([
	field.text('File Category', 'category', {
		default: usualCategory,
		description: 'Name of the place where the site keeps its files (OSS category)',
		parse: recordId,
	}),
]);

export const categoryOf = ({ options }: Parameters) =>
	((options as IDataObject | undefined)?.category as string | undefined) ?? usualCategory;
