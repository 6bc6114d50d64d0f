import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { loadPack } from '../support';
import { readMessages } from './messages';

const root = resolve(__dirname, '../..');
const page = readFileSync(resolve(root, 'docs/troubleshooting.md'), 'utf8');

/** A message without the name of the field that it starts with. */
const core = (message: string) => message.replace(/^'…' /, '');

/** What tables have as code in their first column. */
const quoted = page
	.split('\n')
	.filter((line) => line.startsWith('| `'))
	.flatMap((line) => [...line.split(' | ')[0]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));

const { told, written } = readMessages(root);

/** Not made of only what is filled in, or of a single word. */
const isMessage = (text: string) => /\p{L}/u.test(text) && text.includes(' ');

/** The labels of fields, at every depth, and of operations with their resources. */
function labelsOf(properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => {
		const options = (property.options ?? []) as Array<Partial<INodeProperties>>;
		const inside = options.flatMap((option) =>
			'values' in option ? (option.values as INodeProperties[]) : option.type ? [option as INodeProperties] : [],
		);
		return [property.displayName, ...labelsOf(inside)];
	});
}

function operationsOf(properties: INodeProperties[]): string[] {
	const named = (name: string) => properties.filter((property) => property.name === name);
	const resources = named('resource').flatMap(({ options }) => options as INodePropertyOptions[]);
	return named('operation').flatMap(({ displayOptions, options }) =>
		resources
			.filter(({ value }) => displayOptions?.show?.resource?.includes(value))
			.flatMap(({ name }) => (options as INodePropertyOptions[]).map((one) => `${name}: ${one.name}`)),
	);
}

async function properties(): Promise<INodeProperties[][]> {
	const { nodeTypes, credentialTypes } = await loadPack();
	const nodes = Object.values(nodeTypes).map(({ type }) => NodeHelpers.getVersionedNodeType(type));
	const credentials = Object.values(credentialTypes).map(({ type }) => type.properties);
	return [...nodes.map(({ description }) => description.properties), ...credentials];
}

const found = (pattern: RegExp) =>
	[...written].flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!));

describe('the page on troubleshooting', () => {
	it('has every message that nodes and credentials can give', () => {
		const known = new Set(quoted.map(core));
		const missing = [...told].map(core).filter((text) => isMessage(text) && !known.has(text));
		expect(missing).toEqual([]);
	});

	it('quotes no message that the source does not have', () => {
		const known = new Set([...written].map(core));
		expect(quoted.map(core).filter((text) => !known.has(text))).toEqual([]);
	});
});

describe('messages', () => {
	it('name fields by the labels that the editor shows', async () => {
		const labels = new Set((await properties()).flatMap(labelsOf));
		expect(found(/'([A-Z][^'…]*)'/g).filter((name) => !labels.has(name))).toEqual([]);
	});

	it('name operations as the editor shows them', async () => {
		const operations = new Set((await properties()).flatMap(operationsOf));
		const names = found(/"([A-Z][A-Za-z ()]*: [A-Z][A-Za-z ()]*)"/g);
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((name) => !operations.has(name))).toEqual([]);
	});
});
