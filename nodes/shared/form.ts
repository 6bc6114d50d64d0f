import type { IDataObject, INode } from 'n8n-workflow';

import { field } from './kinds';
import type { Field } from './operation';
import { names } from './parse';

/** Whether a node works as a tool of an AI agent; n8n gives it such a type then. */
const isTool = ({ type }: Pick<INode, 'type'>) => type.endsWith('Tool');

export const simplify = field.flag('Simplify', 'simplify', {
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

const output = field.choice('Output', 'output', {
	default: 'simplified',
	options: [
		{ name: 'Raw', value: 'raw', description: 'The whole answer of the service' },
		{ name: 'Selected Fields', value: 'selectedFields', description: 'Some of the simplified fields' },
		{ name: 'Simplified', value: 'simplified', description: 'The fields that matter' },
	],
	description: 'How much of the answer the model gets to read',
});

const selectedFields = field.text('Fields', 'outputFields', {
	required: true,
	placeholder: 'e.g. from, text, createdAt',
	displayOptions: { show: { output: ['selectedFields'] } },
	description: 'Names of the fields to return, separated by commas',
	parse: names,
});

/** The fields that say how records come out of a node: for people a switch, for a model a choice. */
export const formFields = (node: Pick<INode, 'type'>): Field[] =>
	isTool(node) ? [output, selectedFields] : [simplify];

const forTools = ({ displayOptions, ...field }: Field): Field => ({
	...field,
	displayOptions: { show: { '@tool': [true], ...displayOptions?.show } },
});

/** The same for the editor, which shows those that fit the node. */
export const formProperties: Field[] = [
	{ ...simplify, displayOptions: { hide: { '@tool': [true] } } },
	forTools(output),
	forTools(selectedFields),
];

type Shape = (record: IDataObject) => IDataObject;

/** How records come out, by the checked values of `formFields`. */
export function shapeOf(simple: Shape, form: IDataObject): Shape | undefined {
	if (form.simplify === false || form.output === 'raw') return undefined;
	if (form.output !== 'selectedFields') return simple;
	const wanted = form.outputFields as string[];
	return (record) => {
		const fields = simple(record);
		const known = wanted.filter((name) => Object.hasOwn(fields, name));
		return Object.fromEntries(known.map((name) => [name, fields[name]]));
	};
}
