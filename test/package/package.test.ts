import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import packageJson from '../../package.json';
import { loadPack } from '../support';

const root = resolve(__dirname, '../..');
const inRoot = (file: string) => resolve(root, file);
const readJson = (file: string) => JSON.parse(readFileSync(inRoot(file), 'utf8')) as unknown;

/** The same value after a way through JSON, which drops functions. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

async function descriptions(): Promise<INodeTypeDescription[]> {
	const { nodeTypes } = await loadPack();
	return Object.values(nodeTypes).map(
		({ type }) => NodeHelpers.getVersionedNodeType(type).description,
	);
}

describe('the package', () => {
	it('is loaded by n8n with all that its package.json names', async () => {
		const { nodeTypes, credentialTypes } = await loadPack();
		expect(Object.keys(nodeTypes)).toHaveLength(packageJson.n8n.nodes.length);
		expect(Object.keys(credentialTypes)).toHaveLength(packageJson.n8n.credentials.length);
	});

	it('has no run-time dependencies', () => {
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});

describe('the metadata for lazy loading', () => {
	it("says what n8n's loader finds in the code", async () => {
		const { nodeTypes, credentialTypes, known } = await loadPack();
		expect(readJson('dist/known/nodes.json')).toEqual(known.nodes);
		expect(readJson('dist/known/credentials.json')).toEqual(known.credentials);
		expect(readJson('dist/types/credentials.json')).toEqual(
			Object.values(credentialTypes).map(({ type }) => asJson(type)),
		);
		expect(readJson('dist/types/nodes.json')).toEqual(
			Object.values(nodeTypes).map(({ type }) => {
				const { __loadOptionsMethods: _, ...rest } = asJson(
					NodeHelpers.getVersionedNodeType(type).description,
				);
				return rest;
			}),
		);
	});
});

describe('each node', () => {
	it('has an icon for both themes, a codex file and a subtitle', async () => {
		for (const { name, subtitle, iconUrl } of await descriptions()) {
			expect({ name, subtitle }).toEqual({ name, subtitle: expect.any(String) as string });
			const { light, dark } = iconUrl as { light: string; dark: string };
			for (const url of [light, dark]) {
				expect(existsSync(inRoot(url.replace(/^icons\/[^/]+\//, '')))).toBe(true);
			}
			expect(light).not.toBe(dark);
		}
		for (const file of packageJson.n8n.nodes) {
			expect(existsSync(inRoot(file.replace(/\.js$/, '.json')))).toBe(true);
		}
	});

	it('describes every operation', async () => {
		for (const { properties } of await descriptions()) {
			const operations = properties
				.filter(({ name }) => name === 'operation')
				.flatMap(({ options }) => options as INodePropertyOptions[]);
			for (const { name, action, description } of operations) {
				expect({ name, action, description }).toEqual({
					name: expect.stringMatching(/^[A-Z]/) as string,
					action: expect.stringMatching(/^[A-Z][^A-Z]/) as string,
					description: expect.stringMatching(/^[A-Z]/) as string,
				});
			}
		}
	});

	it('speaks English', async () => {
		const foreign = /[\p{Script=Han}\p{Script=Cyrillic}]/u;
		for (const description of await descriptions()) {
			expect(JSON.stringify(description)).not.toMatch(foreign);
		}
	});

	it('has in notices only what the editor shows of HTML', async () => {
		for (const { properties } of await descriptions()) {
			for (const { displayName } of properties.filter(({ type }) => type === 'notice')) {
				expect(displayName.replace(/<\/?(?:a|ul|li)(?: href="[^"]*")?>/g, '')).not.toMatch(/[<&]/);
			}
		}
	});

	it('stays light: at most 150 properties and 150 KB', async () => {
		const count = (properties: INodeProperties[] = []): number =>
			properties.reduce((sum, { options = [] }) => {
				const inside = (options as INodeProperties[]).flatMap((option) =>
					'values' in option ? (option.values as INodeProperties[]) : 'type' in option ? [option] : [],
				);
				return sum + 1 + count(inside);
			}, 0);
		for (const description of await descriptions()) {
			expect(count(description.properties)).toBeLessThanOrEqual(150);
			expect(JSON.stringify(description).length).toBeLessThanOrEqual(150 * 1024);
		}
	});
});
