/** The part of JSON Schema that matters for closing; references are resolved. */
export interface Schema {
	type?: string;
	format?: string;
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	allOf?: Schema[];
	anyOf?: Schema[];
	oneOf?: Schema[];
	[keyword: string]: unknown;
}

const choices = ['allOf', 'anyOf', 'oneOf'] as const;

/** What stands for a file of a form: the received file itself, never text. */
const file: Schema = { type: 'object', description: 'a file' };

/** Names of the properties that a schema lists, in itself and in its alternatives. */
function listed(schema: Schema): string[] {
	const inner = choices.flatMap((choice) => schema[choice] ?? []).flatMap(listed);
	return [...Object.keys(schema.properties ?? {}), ...inner];
}

const values = <From, To>(object: Record<string, From>, change: (from: From) => To) =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

/** Schemas that were closed before, so that one which holds itself comes to an end. */
const done = new WeakMap<Schema, Schema>();

/**
 * A copy of a schema in which every object that lists properties, and does not say whether it has
 * others, has no others. A text in binary format becomes a file.
 *
 * @param known properties that are listed beside this schema, in the one it is an alternative of
 */
export function closed(schema: Schema, known: string[] = []): Schema {
	if (schema.type === 'string' && schema.format === 'binary') return file;
	const before = done.get(schema);
	if (before && known.length === 0) return before;
	const names = [...new Set([...known, ...listed(schema)])];
	const copy: Schema = { ...schema };
	if (known.length === 0) done.set(schema, copy);
	if (schema.items) copy.items = closed(schema.items);
	if (typeof schema.additionalProperties === 'object') {
		copy.additionalProperties = closed(schema.additionalProperties);
	}
	for (const choice of choices) {
		const alternatives = schema[choice];
		if (alternatives) copy[choice] = alternatives.map((alternative) => closed(alternative, names));
	}
	if (schema.properties || schema.allOf) {
		copy.properties = values(schema.properties ?? {}, (property) => closed(property));
	}
	if (copy.properties && schema.additionalProperties === undefined && names.length > 0) {
		copy.properties = {
			...Object.fromEntries(names.map((name) => [name, {}])),
			...copy.properties,
		};
		copy.additionalProperties = false;
	}
	return copy;
}
