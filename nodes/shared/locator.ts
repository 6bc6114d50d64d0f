import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import type { Field } from './operation';
import { asText, Unfit } from './parse';

/** How a record can be named in the editor. */
interface Ways {
	/** The picker that lists such records, by its name in the provider's `pickers.ts`. */
	picker?: string;
	/** An ID as an example. */
	example: string;
	/** What users call the ID, where it is not an ID to them. */
	by?: string;
	/** Where the service has a web page for each record: its address, with the ID as the only group. */
	url?: { pattern: string; example: string };
}

const mode = (
	displayName: string,
	name: string,
	more: Omit<INodePropertyMode, 'displayName' | 'name'>,
): INodePropertyMode => ({ ...more, displayName, name });

function modesOf({ picker, example, by = 'ID', url }: Ways): INodePropertyMode[] {
	const modes = [mode(`By ${by}`, 'id', { type: 'string', placeholder: `e.g. ${example}` })];
	if (picker) {
		const typeOptions = { searchListMethod: picker, searchable: true };
		modes.unshift(mode('From List', 'list', { type: 'list', typeOptions }));
	}
	if (url) {
		const extractValue: INodePropertyMode['extractValue'] = { type: 'regex', regex: url.pattern };
		const placeholder = `e.g. ${url.example}`;
		modes.push(mode('By URL', 'url', { type: 'string', placeholder, extractValue }));
	}
	return modes;
}

/** A field that names one record: chosen from a list, by its ID, or by the address of its web page. */
export const locator = (
	displayName: string,
	name: string,
	{ picker, example, by, url, ...field }: Ways & Pick<Field, 'description' | 'place' | 'parse'>,
): Field => ({
	displayName,
	name,
	required: true,
	...field,
	type: 'resourceLocator',
	default: { mode: picker ? 'list' : 'id', value: '' },
	modes: modesOf({ picker, example, by, url }),
});

/** A locator's value as n8n stores it; an expression may also give the ID by itself. */
interface Located {
	mode?: string;
	value?: unknown;
}

/** The ID that a locator names. Throws `Unfit` when an address holds none. */
export function located(value: unknown, { modes = [] }: Pick<INodeProperties, 'modes'>): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (!('value' in value)) throw new Unfit('must be an ID');
	const { mode, value: content } = value as Located;
	const { extractValue, placeholder } = modes.find(({ name }) => name === mode) ?? {};
	if (!extractValue || content === undefined || content === '') return content;
	const found = new RegExp(extractValue.regex as string, 'i').exec(asText(content).trim())?.[1];
	if (found === undefined) throw new Unfit(`must be a web address, ${placeholder}`);
	return found;
}
