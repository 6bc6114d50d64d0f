import type { IDataObject } from 'n8n-workflow';

import { field, headerText, matching, ownName, text, Unfit } from '../shared';

/** The header that carries custom arguments. Source: https://kb.smtp.com/article/2331 */
const argumentsHeader = 'X-SMTPAPI';

/** A header or a custom argument. */
export interface Header {
	name: string;
	value: string;
}

export const customArguments = field.entries('Custom Arguments', 'customArguments', {
	description: 'Values of your own that SMTP.com gives back: the trigger in details, message lists with Simplify off',
	entry: {
		displayName: 'Argument',
		name: 'argument',
		values: [
			field.text('Name', 'name', {
				required: true,
				placeholder: 'e.g. orderNumber',
				parse: ownName(200),
			}),
			field.text('Value', 'value', { parse: text(10_000) }),
		],
	},
});

const headerName = matching(
	ownName(76),
	/^[\w!#$%&'*+.^`|~-]+$/,
	'must be the name of a header: letters, digits and hyphens',
);

export const customHeaders = field.entries('Custom Headers', 'customHeaders', {
	description: 'Headers to add to the mail; one that is added twice is sent with both values',
	entry: {
		displayName: 'Header',
		name: 'header',
		values: [
			field.text('Name', 'name', {
				required: true,
				placeholder: 'e.g. X-Entity-Ref-ID',
				parse: headerName,
			}),
			field.text('Value', 'value', { required: true, parse: headerText() }),
		],
	},
});

/** JSON in ASCII, which a mail header carries unchanged. */
const asciiJson = (value: object) =>
	JSON.stringify(value).replace(
		/[\u007F-\uFFFF]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/**
 * The `custom_headers` of a request; `undefined` when there are none.
 *
 * @param usual headers that there are unless others of the same names are given
 * @throws Unfit when a header would replace the one that carries the custom arguments
 */
export function headersOf(
	parameters: {
		customHeaders?: { header?: Header[] };
		customArguments?: { argument?: Array<Partial<Header>> };
	},
	usual: Header[] = [],
): IDataObject | undefined {
	const headers = new Map<string, { name: string; values: string[] }>();
	const add = ({ name, value }: Header) => {
		const known = headers.get(name.toLowerCase()) ?? { name, values: [] };
		headers.set(name.toLowerCase(), { ...known, values: [...known.values, value] });
	};
	const isNew = ({ name }: Header) => !headers.has(name.toLowerCase());

	parameters.customHeaders?.header?.forEach(add);
	const given = parameters.customArguments?.argument ?? [];
	const unique = Object.fromEntries(given.map(({ name, value = '' }) => [name, value]));
	const carrier = { name: argumentsHeader, value: asciiJson({ unique_args: unique }) };
	if (given.length > 0 && !isNew(carrier)) {
		throw new Unfit(
			`'Custom Headers' has ${argumentsHeader}, which is the header that carries 'Custom Arguments'`,
		);
	}
	if (given.length > 0) add(carrier);
	usual.filter(isNew).forEach(add);

	if (headers.size === 0) return undefined;
	return Object.fromEntries(
		[...headers.values()].map(({ name, values }) => [name, values.length > 1 ? values : values[0]]),
	);
}
