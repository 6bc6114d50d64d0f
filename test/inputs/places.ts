import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { formFields } from '../../nodes/shared/form';
import type { Field, FieldGroup, Operation } from '../../nodes/shared/operation';
import type { ProviderName } from '../../sandbox/types';
import { contents, examples } from './contents';
import * as bad from './nonsense';

/** A field of an operation that holds a value, at any depth. */
export interface Place {
	field: Field;
	/** The parameter that the field is or is part of. */
	outermost: Field;
	/** Names from the outermost parameter to the field: `additionalFields.customHeaders.header.name`. */
	path: string;
	/** How errors name the field. */
	label: string;
	/** A value that the field takes; `undefined` for none. */
	example: unknown;
	/** Values that it must refuse. */
	nonsense: unknown[];
}

/** What is said of a place by the end of its path; the longest end counts. */
function saidOf<T>(table: Record<string, T>, path: string): T | undefined {
	const parts = path.split('.');
	const ends = parts.map((_, index) => parts.slice(index).join('.'));
	return ends.map((end) => table[end]).find((found) => found !== undefined);
}

function exampleOf(node: ProviderName, field: Field, path: string): unknown {
	const said = saidOf(examples[node], path);
	if (said !== undefined) return said;
	if (field.type === 'resourceLocator') {
		const byId = field.modes!.find((mode) => mode.name === 'id')!;
		return byId.placeholder!.replace(/^e\.g\. /, '');
	}
	if (field.default !== '') return field.default;
	const example = (field.placeholder ?? '').replace(/^e\.g\. /, '');
	return example || (field.required ? 'text' : undefined);
}

/** @param isAdded whether the field is part of a collection, where one without a value is not there */
function nonsenseOf(node: ProviderName, field: Field, path: string, isAdded: boolean): unknown[] {
	const required = field.required ? bad.nothing : [];
	const always = isAdded ? required : bad.nothing;
	const { minValue, maxValue } = field.typeOptions ?? {};
	switch (field.type) {
		case 'number': {
			const beyond = [(minValue ?? NaN) - 1, (maxValue ?? NaN) + 1].filter(Number.isFinite);
			return [...always, ...bad.notNumbers, ...beyond];
		}
		case 'boolean':
			return [...always, ...bad.notBooleans];
		case 'options': {
			const choices = (field.options as INodePropertyOptions[]).map(({ value }) => value);
			return [...always, ...bad.notOptions].filter((value) => !choices.includes(value as string));
		}
		case 'multiOptions':
			return [...required, ...bad.notOptions];
		default: {
			const content = saidOf(contents[node], path);
			const general = bad.takesMore.includes(content) ? [] : bad.notText;
			return [...required, ...general, ...(content ? bad.nonsense(content) : [])];
		}
	}
}

type Found = Omit<Place, 'outermost'>;

function placesIn(
	node: ProviderName,
	fields: Field[],
	{ before = '', name = '', isAdded = false } = {},
): Found[] {
	return fields.flatMap((field): Found[] => {
		const path = before + field.name;
		if (field.type === 'notice') return [];
		if (field.type === 'collection') {
			return placesIn(node, field.options as Field[], { before: `${path}.`, isAdded: true });
		}
		if (field.type === 'fixedCollection') {
			return (field.options as FieldGroup[]).flatMap((group) =>
				placesIn(node, group.values, {
					before: `${path}.${group.name}.`,
					name: `${field.displayName}: `,
				}),
			);
		}
		const example = exampleOf(node, field, path);
		const label = `'${name}${field.displayName}'`;
		return [{ field, path, label, example, nonsense: nonsenseOf(node, field, path, isAdded) }];
	});
}

/** All fields of an operation. */
export const fieldsOf = ({ fields, simple }: Operation): Field[] =>
	simple ? [...fields, ...formFields({ type: 'node' })] : fields;

/** All places of an operation. */
export const placesOf = (node: ProviderName, operation: Operation): Place[] =>
	fieldsOf(operation).flatMap((outermost) =>
		placesIn(node, [outermost]).map((found) => ({ ...found, outermost })),
	);

const fromItem = (path: string) => `={{ $json.values[${JSON.stringify(path)}] }}`;

/** Parameters in which every place is an expression that reads the item. */
export function parametersOf(fields: Field[], before = ''): INodeParameters {
	const entries = fields
		.filter(({ type }) => type !== 'notice')
		.map((field): [string, INodeParameters[string]] => {
			const path = before + field.name;
			if (field.type === 'collection') {
				return [field.name, parametersOf(field.options as Field[], `${path}.`)];
			}
			if (field.type !== 'fixedCollection') return [field.name, fromItem(path)];
			const groups = (field.options as FieldGroup[]).map((group) => {
				const entry = parametersOf(group.values, `${path}.${group.name}.`);
				return [group.name, field.typeOptions?.multipleValues ? [entry] : entry] as const;
			});
			return [field.name, Object.fromEntries(groups) as INodeParameters];
		});
	return Object.fromEntries(entries);
}

/** Whether a place is there when the outermost parameters have these values. */
export const isShown = ({ outermost }: Place, values: Record<string, unknown>): boolean =>
	Object.entries(outermost.displayOptions?.show ?? {}).every(([name, wanted]) =>
		(wanted as unknown[]).includes(values[name]),
	);

/** The fields on which others depend, with their values. */
export function switchesOf({ fields }: Operation): Array<{ name: string; values: unknown[] }> {
	const depended = new Set(fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})));
	const switches = fields.filter(({ name, type }) => depended.has(name) && name !== 'returnAll' && /options|boolean/.test(type));
	return switches.map(({ name, options }) => ({
		name,
		values: (options as INodePropertyOptions[] | undefined)?.map(({ value }) => value) ?? [false, true],
	}));
}
