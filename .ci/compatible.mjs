import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `node .ci/compatible.mjs <the package before> <the package now>`, both unpacked: says what breaks workflows
 * that were saved with the one before, as docs/versioning.md has it. Ends with an error code when something
 * does and the version does not say so.
 */
const [before, now] = process.argv.slice(2);

const read = (folder, file) => {
	const place = path.join(folder, file);
	return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : undefined;
};

const byName = (all = []) => new Map(all.map((one) => [one.name, one]));
const versionsOf = ({ version }) => [version].flat();
const values = ({ options = [] }) => options.map(({ value }) => value);
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Whether n8n shows a property in these circumstances, as far as they are known. */
const isShown = ({ displayOptions: { show = {}, hide = {} } = {} }, known) =>
	Object.entries(known).every(
		([name, value]) =>
			(show[name]?.includes(value) ?? true) && !(hide[name]?.includes(value) ?? false),
	);

/** Kinds of fields whose values are understood where there is another kind now. */
const goOn = [['string', 'resourceLocator']];

/** What is wrong with a field that takes the place of another. */
function* fieldBreaks(at, old, fresh, isSavedAsDefault) {
	if (old.type !== fresh.type) {
		if (!goOn.some((pair) => isSame(pair, [old.type, fresh.type]))) {
			yield `${at} was ${old.type} and is ${fresh.type}`;
		}
		return;
	}
	if (isSavedAsDefault && !isSame(old.default, fresh.default)) yield `${at} has another default`;
	if (!old.required && fresh.required) yield `${at} is required now`;
	const [was, is] = [old.typeOptions ?? {}, fresh.typeOptions ?? {}];
	const isNarrower =
		(is.minValue ?? -Infinity) > (was.minValue ?? -Infinity) ||
		(is.maxValue ?? Infinity) < (was.maxValue ?? Infinity);
	if (isNarrower) yield `${at} takes fewer numbers`;
	if (['options', 'multiOptions'].includes(old.type)) {
		const left = values(fresh);
		const gone = values(old).filter((value) => !left.includes(value));
		if (gone.length > 0) yield `${at} no longer has ${gone.join(', ')}`;
	}
	// n8n saves what is in a collection even where it is the default
	if (old.type === 'collection') yield* fieldsBreaks(at, old.options, fresh.options, false);
	if (old.type === 'fixedCollection') {
		const groups = byName(fresh.options);
		for (const { name, values: fields } of old.options) {
			if (groups.has(name))
				yield* fieldsBreaks(`${at}.${name}`, fields, groups.get(name).values, true);
			else yield `${at}.${name} is gone`;
		}
	}
}

/** Conditions that hold for an operation as a whole. */
const general = ['resource', 'operation', '@version'];

const isAlwaysShown = ({ displayOptions: { show = {}, hide = {} } = {} }) =>
	Object.keys({ ...show, ...hide }).every((name) => general.includes(name));

/** Where several fields have a name, each is compared with the one that it is most like. */
function* fieldsBreaks(at, old, fresh, isSavedAsDefault) {
	const named = (fields, name) => fields.filter((field) => field.name === name);
	for (const field of old) {
		const place = `${at}.${field.name}`;
		const [fewest = [`${place} is gone`]] = named(fresh, field.name)
			.map((left) => [...fieldBreaks(place, field, left, isSavedAsDefault)])
			.sort((one, other) => one.length - other.length);
		yield* fewest;
	}
	for (const field of fresh.filter(({ name }) => named(old, name).length === 0)) {
		const isAsked = field.required && field.default === '' && isAlwaysShown(field);
		if (isAsked) yield `${at}.${field.name} is new and required`;
	}
}

/** The fields of a node's version, or of an operation of it, without those that choose the operation. */
const fieldsOf = ({ properties }, known) =>
	properties.filter((one) => !['resource', 'operation'].includes(one.name) && isShown(one, known));

/** The field that chooses the resource, or an operation of a resource; a trigger has neither. */
const choice = ({ properties }, name, known) =>
	properties.find((property) => property.name === name && isShown(property, known));

function* versionBreaks(old, fresh, known) {
	const resources = choice(old, 'resource', known);
	if (!resources)
		return yield* fieldsBreaks(old.name, fieldsOf(old, known), fieldsOf(fresh, known), true);
	yield* fieldBreaks(`${old.name}.resource`, resources, choice(fresh, 'resource', known), true);
	for (const resource of values(resources)) {
		const within = { ...known, resource };
		const [was, is] = [old, fresh].map((node) => choice(node, 'operation', within));
		if (!is) continue;
		yield* fieldBreaks(`${old.name}.${resource}.operation`, was, is, true);
		for (const operation of values(was).filter((value) => values(is).includes(value))) {
			const [before, now] = [old, fresh].map((node) => fieldsOf(node, { ...within, operation }));
			yield* fieldsBreaks(`${old.name}.${resource}.${operation}`, before, now, true);
		}
	}
}

function* nodeBreaks(old, fresh) {
	if (!fresh) return yield `${old.name} is gone`;
	for (const version of versionsOf(old)) {
		if (!versionsOf(fresh).includes(version)) yield `${old.name} has no version ${version}`;
		else yield* versionBreaks(old, fresh, { '@version': version });
	}
}

function* outputBreaks(at, old, fresh) {
	if (!isSame(old.type, fresh.type)) yield `${at} was ${old.type} and is ${fresh.type}`;
	for (const [name, value] of Object.entries(old.properties ?? {})) {
		const left = fresh.properties?.[name];
		if (left) yield* outputBreaks(`${at}.${name}`, value, left);
		else yield `${at}.${name} is gone`;
	}
	if (old.items && fresh.items) yield* outputBreaks(`${at}[]`, old.items, fresh.items);
}

const schemasIn = (folder) =>
	existsSync(folder)
		? readdirSync(folder, { recursive: true }).filter((file) => /__schema__.+\.json$/.test(file))
		: [];

function* breaks() {
	const nodes = byName(read(now, 'dist/types/nodes.json'));
	for (const node of read(before, 'dist/types/nodes.json') ?? []) {
		yield* nodeBreaks(node, nodes.get(node.name));
	}
	const credentials = byName(read(now, 'dist/types/credentials.json'));
	for (const { name, properties } of read(before, 'dist/types/credentials.json') ?? []) {
		const left = credentials.get(name);
		if (left) yield* fieldsBreaks(name, properties, left.properties, false);
		else yield `${name} is gone`;
	}
	for (const file of schemasIn(path.join(before, 'dist/nodes'))) {
		const [old, left] = [before, now].map((folder) => read(folder, path.join('dist/nodes', file)));
		if (left) yield* outputBreaks(`the output of ${file}`, old, left);
	}
}

/** Whether the version says that something breaks: another first number that is not 0. */
function saysSo() {
	const [was, is] = [before, now].map((folder) =>
		read(folder, 'package.json').version.split('.').map(Number),
	);
	const first = was.findIndex((number) => number > 0);
	return is.slice(0, first + 1).some((number, index) => number > was[index]);
}

const found = [...new Set(breaks())];
for (const sentence of found) console.log(sentence);
const isFine = found.length === 0 || saysSo();
console.log(
	`${found.length} changes that break saved workflows${isFine ? '' : ', in a version that does not say so'}`,
);
process.exitCode = isFine ? 0 : 1;
