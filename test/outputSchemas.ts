import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { schemaOf } from './outputSchema';
import { outputsIn, type Given } from './support/record';

const nodes = resolve(__dirname, '../nodes');

/**
 * Where n8n looks for the schema of an operation's output; of a node's only version. That of a service's
 * triggers is in `output.json`, where n8n's assistant finds it. The editor shows none for triggers, and if one were in
 * `v1.0.0.json`, where it looks, would not tell that the trigger has not run.
 */
export const schemaFile = (node: string, operation: string) =>
	join(
		...[nodes, `${node[0]!.toUpperCase()}${node.slice(1)}`, '__schema__', 'v1.0.0'],
		`${operation.replace('.', '/')}.json`,
	);

/** Folders below which the schemas of a node are. */
const schemaFolders = () => readdirSync(nodes).map((folder) => join(nodes, folder, '__schema__'));

/** All files of schemas that there are. */
export const schemaFiles = () =>
	schemaFolders()
		.filter(existsSync)
		.flatMap((folder) =>
			readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => join(entry.parentPath, entry.name)),
		);

const byTest = (one: Given, other: Given) => (one.test < other.test ? -1 : one.test > other.test ? 1 : 0);

/** Items that operations gave by default, in an order that does not depend on which test ended first. */
function outputs(records: string): Map<string, unknown[]> {
	const file = outputsIn(records);
	const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
	const given = lines.map((line) => JSON.parse(line) as Given).sort(byTest);
	const items = new Map<string, unknown[]>();
	for (const { node, operation, items: some } of given) {
		const path = schemaFile(node, operation);
		items.set(path, [...(items.get(path) ?? []), ...some]);
	}
	return items;
}

/** The files of schemas as they must be, by what the tests' nodes have given. */
const wanted = (records: string) =>
	new Map(
		[...outputs(records)].map(([file, items]) => [
			file,
			`${JSON.stringify({ ...schemaOf(items), version: 1 })}\n`,
		]),
	);

/** Writes the schemas anew. */
export function writeSchemas(records: string): number {
	const files = wanted(records);
	for (const folder of schemaFolders()) rmSync(folder, { recursive: true, force: true });
	for (const [file, text] of files) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return files.size;
}

/** Whether the schemas say what the tests' nodes have given. */
export function checkSchemas(records: string): { right: number; wrong: string[] } {
	const files = wanted(records);
	const isWrong = ([file, text]: [string, string]) =>
		!existsSync(file) || readFileSync(file, 'utf8') !== text;
	const wrong = [...files].filter(isWrong).map(([file]) => relative(nodes, file));
	return { right: files.size - wrong.length, wrong };
}
