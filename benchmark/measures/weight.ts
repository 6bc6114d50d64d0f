import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import packageJson from '../../package.json';
import { loadPack } from '../../test/support/pack';
import { type Bench, type Measure, median, type Row, rounded } from '../measure';
import { works } from '../work';

const root = path.resolve(__dirname, '../..');

/** The loader's time in fresh processes. */
function loadTime({ quick }: Bench, loader: 'eager' | 'lazy'): number {
	const program = path.join(root, 'benchmark/load.mjs');
	const times = Array.from({ length: quick ? 3 : 9 }, () =>
		Number(execFileSync(process.execPath, [program, loader])),
	);
	return rounded(median(times), 1);
}

const loading: Measure = {
	names: ['load_ms_eager', 'load_ms_lazy'],
	run: async (bench) =>
		await Promise.resolve([
			{ name: 'load_ms_eager', value: loadTime(bench, 'eager'), unit: 'ms', bar: { most: 40 } },
			{ name: 'load_ms_lazy', value: loadTime(bench, 'lazy'), unit: 'ms', bar: { most: 15 } },
		]),
};

const kilobytes = (bytes: number) => rounded(bytes / 1024, 1);

const publishing: Measure = {
	names: ['tarball_kb', 'unpacked_kb', 'dependencies'],
	async run() {
		const told = execFileSync('npm', ['pack', '--dry-run', '--json'], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const [{ size, unpackedSize }] = JSON.parse(told.toString()) as [
			{ size: number; unpackedSize: number },
		];
		const { dependencies = {} } = packageJson as { dependencies?: object };
		const count = Object.keys(dependencies).length;
		return await Promise.resolve([
			{ name: 'tarball_kb', value: kilobytes(size), unit: 'KB', bar: { most: 120 } },
			{ name: 'unpacked_kb', value: kilobytes(unpackedSize), unit: 'KB', bar: { most: 600 } },
			{ name: 'dependencies', value: count, unit: 'packages', bar: { most: 0 } },
		]);
	},
};

/** Names of nodes in the names of measures: `sakariTrigger` is `sakari_trigger`. */
function nodeName(name: string): string {
	const work = works.find(({ provider }) => name.startsWith(provider));
	if (!work) return name;
	return name.replace(work.provider, work.name).replace('Trigger', '_trigger');
}

const nodes = packageJson.n8n.nodes.map((file) => {
	const name = path.basename(file, '.node.js');
	return name.charAt(0).toLowerCase() + name.slice(1);
});

const operationsOf = ({ properties }: INodeTypeDescription) =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);

const isCode = (line: string) => !/^\s*($|\/\/|\/?\*)/.test(line);

function codeRows(descriptions: INodeTypeDescription[]): Row[] {
	const files = globSync(['nodes/**/*.ts', 'credentials/*.ts'], { cwd: root }).map((file) =>
		readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n'),
	);
	const code = files.flat().filter(isCode).length;
	const each = rounded(code / descriptions.flatMap(operationsOf).length, 1);
	const longest = Math.max(...files.map(({ length }) => length));
	return [
		{ name: 'code_lines_per_operation', value: each, unit: 'lines', bar: { most: 90 } },
		{ name: 'lines_of_longest_file', value: longest, unit: 'lines', bar: { most: 400 } },
	];
}

const describing: Measure = {
	names: [
		...['code_lines_per_operation', 'lines_of_longest_file', 'description_kb'],
		...nodes.map(nodeName).flatMap((name) => [`properties_${name}`, `description_kb_${name}`]),
	],
	async run() {
		const { nodeTypes } = await loadPack(root);
		const descriptions = Object.values(nodeTypes).map(
			({ type }) => NodeHelpers.getVersionedNodeType(type).description,
		);
		const sizeOf = (value: unknown) => kilobytes(Buffer.byteLength(JSON.stringify(value)));
		const each = descriptions.flatMap((description) => {
			const name = nodeName(description.name);
			const { length } = description.properties;
			return [
				{ name: `properties_${name}`, value: length, unit: 'properties' },
				{ name: `description_kb_${name}`, value: sizeOf(description), unit: 'KB' },
			];
		});
		const all = { name: 'description_kb', value: sizeOf(descriptions), unit: 'KB' };
		return [...codeRows(descriptions), all, ...each];
	},
};

/** What the package costs before it does anything. */
export const weight: Measure[] = [loading, publishing, describing];
