import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Folders that are made, or come from elsewhere. */
const others = new Set(['node_modules', 'dist', '.git', '.cache']);

/** Documents in a folder and below it, by their paths from the root. */
const pagesIn = (folder: string): string[] =>
	readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return others.has(entry.name) ? [] : pagesIn(path);
		return entry.name.endsWith('.md') ? [path] : [];
	});

const pages = pagesIn('');

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** A page without what stands in it as code. */
const withoutCode = (text: string) =>
	text.replace(/^```[^]*?^```/gm, '').replace(/^ {4}.*$/gm, '').replace(/`[^`\n]*`/g, '');

/** The name that GitHub gives to a heading, to link to it. */
const anchorOf = (heading: string) =>
	heading
		.replace(/[`*]/g, '')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/ /g, '-');

const anchorsIn = (file: string) =>
	new Set([...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!)));

/** Links and pictures of a page that lead to somewhere in this repository. */
const linksIn = (file: string) =>
	[...withoutCode(read(file)).matchAll(/\]\(([^()\s]+)\)/g)]
		.map(([, target]) => target!)
		.filter((target) => !/^[a-z]+:/.test(target));

function isBroken(file: string, link: string): boolean {
	const [path, anchor] = link.split('#') as [string, string?];
	const target = path === '' ? file : join(dirname(file), path);
	if (!existsSync(join(root, target))) return true;
	return anchor !== undefined && !anchorsIn(target).has(anchor);
}

describe('the documents', () => {
	it('are found', () => {
		expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/install.md']));
	});

	it.each(pages)('%s links only to what is there', (file) => {
		expect(linksIn(file).filter((link) => isBroken(file, link))).toEqual([]);
	});

	it('show and explain every example', () => {
		const files = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
		const shown = linksIn('examples/README.md');
		const wanted = files.flatMap((file) => [file, `pictures/${file.replace('.json', '.png')}`]);
		expect(wanted.filter((link) => !shown.includes(link))).toEqual([]);
	});
});
