import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { n8n } from '../../package.json';

const root = resolve(__dirname, '../..');

interface Packed {
	files: Array<{ path: string }>;
	size: number;
	unpackedSize: number;
}

/** What `npm pack` would pack. */
function packed(): Packed {
	const told = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root });
	const [one] = JSON.parse(told.toString()) as [Packed];
	return one;
}

/** Where the build puts files that it copies. */
const copied = (...patterns: string[]) =>
	globSync(patterns, { cwd: root }).map((file) => `dist/${file}`);

/** Every file of the package; each service's code is one file, `service.js`, and so is the engine's. */
const wanted = [
	...['LICENSE', 'README.md', 'package.json'],
	...n8n.nodes.flatMap((file) => [file, file.replace(/\.js$/, '.json')]),
	...new Set(n8n.nodes.map((file) => `${dirname(file)}/service.js`)),
	...n8n.credentials,
	'dist/nodes/shared/index.js',
	...copied('icons/*.svg', 'nodes/*/__schema__/**/*.json'),
	...['known', 'types'].flatMap((place) => [
		`dist/${place}/credentials.json`,
		`dist/${place}/nodes.json`,
	]),
];

describe('The packed package', () => {
	const { files, size, unpackedSize } = packed();

	it('has these files, and no others', () => {
		expect(files.map(({ path }) => path).sort()).toEqual(wanted.sort());
	});

	it('has 11 nodes of 5 services, each with its icons', () => {
		const count = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path)).length;
		expect(count(/\.node\.js$/)).toBe(11);
		expect(count(/service\.js$/)).toBe(5);
		expect(count(/\.credentials\.js$/)).toBe(5);
		expect(count(/\.svg$/)).toBe(10);
	});

	it('is small: at most 120 KB packed, 600 KB unpacked', () => {
		expect(size).toBeLessThanOrEqual(120 * 1024);
		expect(unpackedSize).toBeLessThanOrEqual(600 * 1024);
	});
});
