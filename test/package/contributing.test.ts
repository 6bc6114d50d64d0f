import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

const withoutIndent = (text: string) => text.replace(/^[ \t]+/gm, '').trim();

const blocks = [...guide.matchAll(/^```(?:ts|yaml)\n([^]*?)^```/gm)].map(([, code]) => code!);

const sources = ['nodes', 'sandbox', 'test/operations'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|yaml)$/.test(file))
		.map((file) => withoutIndent(readFileSync(join(root, folder, file), 'utf8'))),
);

describe('the guide for contributors', () => {
	it('shows code as it is in this repository', () => {
		expect(blocks.length).toBeGreaterThan(4);
		const gone = blocks.filter(
			(block) => !sources.some((source) => source.includes(withoutIndent(block))),
		);
		expect(gone).toEqual([]);
	});
});
