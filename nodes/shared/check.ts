import type { IDataObject, IExecuteFunctions, INode, INodePropertyOptions } from 'n8n-workflow';

import { applies } from './fields';
import { located } from './locator';
import type { Field, FieldGroup } from './operation';
import { asText, dateTime, Unfit } from './parse';

/** What checks depend on besides the value. */
interface Context {
	timezone: string;
	/** That of the node, for fields that not all versions of it have. */
	version?: number;
}

/** What checks depend on where a node runs. */
export const surroundingsOf = (
	context: Pick<IExecuteFunctions, 'getNode' | 'getTimezone'>,
	{ typeVersion: version }: Pick<INode, 'typeVersion'> = context.getNode(),
): Context => ({ timezone: context.getTimezone(), version });

const isEmpty = (value: unknown) =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

function number(value: unknown, { typeOptions = {} }: Field): number {
	const result = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof result !== 'number' || !Number.isFinite(result)) throw new Unfit('must be a number');
	const { minValue = -Infinity, maxValue = Infinity, numberPrecision = 0 } = typeOptions;
	if (numberPrecision === 0 && !Number.isInteger(result)) {
		throw new Unfit('must be a whole number');
	}
	if (result < minValue) throw new Unfit(`must be at least ${minValue}`);
	if (result > maxValue) throw new Unfit(`must be at most ${maxValue}`);
	return result;
}

function boolean(value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw new Unfit('must be true or false');
}

const choicesOf = ({ options = [] }: Field) =>
	(options as INodePropertyOptions[]).map((option) => option.value);

/** Whether a value is one that the user can choose, such as '' for any. */
const isChoice = (value: unknown, field: Field) =>
	field.type === 'options' && choicesOf(field).includes(value as string);

function oneOf(value: unknown, field: Field): unknown {
	const choices = choicesOf(field);
	if (!choices.includes(value as string)) throw new Unfit(`must be one of ${choices.join(', ')}`);
	return value;
}

function manyOf(value: unknown, field: Field): unknown[] {
	const list = typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value;
	if (!Array.isArray(list)) throw new Unfit('must be a list');
	return list.map((one) => oneOf(one, field));
}

function object(value: unknown): IDataObject {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Unfit('must be an object');
	}
	return value as IDataObject;
}

/**
 * Whether a field can have no value. A switch, a number and a choice always have one in the editor:
 * where an expression gives nothing for one of them, it is not known what the user wants.
 */
const canBeEmpty = ({ type, required }: Field) =>
	!required && !['boolean', 'number', 'options'].includes(type);

/** The parts of a collection that the user added; an optional one that is empty counts as not added. */
function collection(value: unknown, field: Field, context: Context): IDataObject {
	const given = object(value);
	const known = (field.options ?? []) as Field[];
	const unknown = Object.keys(given).find((name) => !known.some((part) => part.name === name));
	if (unknown !== undefined) throw new Unfit(`has no field '${unknown}'`);
	return checkFields(
		known.filter(({ name, required }) => name in given && (required || !isEmpty(given[name]))),
		({ name }) => given[name],
		context,
	);
}

function fixedCollection(value: unknown, field: Field, context: Context): IDataObject {
	const given = object(value);
	const groups = (field.options ?? []) as FieldGroup[];
	const result: IDataObject = {};
	for (const { name, values } of groups) {
		if (isEmpty(given[name])) continue;
		const parts = values.map((part) => ({
			...part,
			displayName: `${field.displayName}: ${part.displayName}`,
		}));
		// n8n leaves out what is as it was; what an expression gives counts, be it nothing
		const entry = (one: unknown) => {
			const written = object(one);
			const read = ({ name, default: usual }: Field) => (name in written ? written[name] : usual);
			return checkFields(parts, read, context);
		};
		const entries = given[name];
		result[name] = Array.isArray(entries) ? entries.map(entry) : entry(entries);
	}
	return result;
}

function byType(value: unknown, field: Field, context: Context): unknown {
	switch (field.type) {
		case 'number':
			return number(value, field);
		case 'boolean':
			return boolean(value);
		case 'options':
			return oneOf(value, field);
		case 'multiOptions':
			return manyOf(value, field);
		case 'collection':
			return collection(value, field, context);
		case 'fixedCollection':
			return fixedCollection(value, field, context);
		case 'dateTime':
			return field.parse ? value : dateTime(value, context);
		default:
			return field.parse ? value : asText(value);
	}
}

function convert(field: Field, given: unknown, context: Context): unknown {
	const value = field.type === 'resourceLocator' ? located(given, field) : given;
	if (isEmpty(value) && !isChoice(value, field)) {
		if (canBeEmpty(field)) return undefined;
		throw new Unfit('must not be empty');
	}
	const checked = byType(value, field, context);
	return field.parse ? field.parse(checked, context) : checked;
}

/**
 * The checked and converted value of one field; `undefined` when it is empty and may be.
 * Throws `Unfit` with a whole sentence that names the field.
 */
export function checkField(field: Field, value: unknown, context: Context): unknown {
	let told: Error;
	try {
		return convert(field, value, context);
	} catch (error) {
		told = error as Error;
	}
	const isNamed = !(told instanceof Unfit) || told.message.startsWith("'");
	throw isNamed ? told : new Unfit(`'${field.displayName}' ${told.message}`);
}

/** Checks fields in order; those that do not apply, given the ones before, and empty ones are left out. */
export function checkFields(
	fields: Field[],
	read: (field: Field) => unknown,
	context: Context,
): IDataObject {
	const values: IDataObject = {};
	const known: IDataObject = { '@version': context.version };
	for (const field of fields) {
		if (field.type === 'notice' || !applies(field, known)) continue;
		const value = checkField(field, read(field), context) as IDataObject | undefined;
		if (value !== undefined) values[field.name] = known[field.name] = value;
	}
	return values;
}
