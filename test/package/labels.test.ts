import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { readLabels } from './labels';

const root = resolve(__dirname, '../..');

/** What n8n itself shows in these pages. */
const ofN8n = `…
Community nodes
Create credential
Credentials
Execute workflow
Import from File
Install
Settings
Trigger manually`.split('\n');

/** What the services show. */
const ofServices = `Account Settings
API
API and Modules
Customer communication
Generate
Network`.split('\n');

const others = new Set([...ofN8n, ...ofServices]);

/** What a page has in bold and in English: what is to be clicked, chosen or filled in. */
const boldIn = (text: string) =>
	[...text.matchAll(/\*\*([^*]+)\*\*/g)]
		.flatMap(([, bold]) => bold!.split(' > '))
		.map((name) => name.replace(/[:.]$/, '').trim())
		.filter((name) => /^[\x20-\x7e…]+$/.test(name));

const pages = ['credentials', 'quick-start.ru', 'quick-start.zh'];

describe('guides', () => {
	it.each(pages)('%s names what the editor shows', async (page) => {
		const labels = await readLabels();
		const known = [labels.fields, labels.operations, labels.others, others];
		const names = boldIn(readFileSync(resolve(root, 'docs', `${page}.md`), 'utf8'));
		expect(names.filter((name) => !known.some((some) => some.has(name)))).toEqual([]);
	});
});
