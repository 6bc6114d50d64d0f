/** The part of JSON Schema that n8n's schema view reads, and whether a value may be null. */
export interface OutputSchema {
	type?: string | string[];
	nullable?: boolean;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/**
 * What all values have in common, without the values themselves. n8n's editor shows what is in
 * objects and lists only where `type` is one word, so that being null is said beside it.
 */
export function schemaOf(values: unknown[]): OutputSchema {
	const types = [...new Set(values.map(typeOf))];
	const some = types.filter((type) => type !== 'null');
	const [type = 'null'] = some;
	const isNullable = types.includes('null') && some.length > 0;
	const schema: OutputSchema = { type: some.length > 1 ? some : type };
	if (isNullable) schema.nullable = true;
	if (some.includes('object')) schema.properties = propertiesOf(values.filter(isObject));
	const elements = values.filter(Array.isArray).flat() as unknown[];
	if (elements.length > 0) schema.items = schemaOf(elements);
	return schema;
}

function propertiesOf(objects: Array<Record<string, unknown>>): Record<string, OutputSchema> {
	const names = [...new Set(objects.flatMap(Object.keys))];
	const valuesOf = (name: string) =>
		objects.filter((one) => Object.hasOwn(one, name)).map((one) => one[name]);
	return Object.fromEntries(names.map((name) => [name, schemaOf(valuesOf(name))]));
}
