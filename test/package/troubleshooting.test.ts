import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { readLabels } from './labels';
import { readMessages } from './messages';

const root = resolve(__dirname, '../..');
const page = readFileSync(resolve(root, 'docs/troubleshooting.md'), 'utf8');

/** A message without the name of the field, or the advice, that it starts with. */
const core = (message: string) => message.replace(/^('…'|…[.;]) /, '');

/** What tables have as code in their first column. */
const quoted = page
	.split('\n')
	.filter((line) => line.startsWith('| `'))
	.flatMap((line) => [...line.split(' | ')[0]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));

const { told, written } = readMessages(root);

/** Whether a message has this in it, be it with a number where something is filled in. */
const isPart = (text: string, message: string) =>
	text.split(' ').length > 2 && message.includes(text.replace(/\d+/g, '…'));

/** Not made of only what is filled in, or of a single word. */
const isMessage = (text: string) => /\p{L}/u.test(text) && text.includes(' ');

const found = (pattern: RegExp) =>
	[...written].flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!));

describe('the page on troubleshooting', () => {
	it('has every message that nodes and credentials can give', () => {
		const known = new Set(quoted.map(core));
		const missing = [...told].map(core).filter((text) => isMessage(text) && !known.has(text));
		expect(missing).toEqual([]);
	});

	it('quotes no message that the source does not have', () => {
		const known = [...written].map(core);
		const isKnown = (text: string) => known.some((one) => one === text || isPart(text, one));
		expect(quoted.map(core).filter((text) => !isKnown(text))).toEqual([]);
	});
});

describe('messages', () => {
	it('name fields by the labels that the editor shows', async () => {
		const { fields } = await readLabels();
		expect(found(/'([A-Z][^'…]*)'/g).filter((name) => !fields.has(name))).toEqual([]);
	});

	it('name operations as the editor shows them', async () => {
		const { operations } = await readLabels();
		const names = found(/"([A-Z][A-Za-z ()]*: [A-Z][A-Za-z ()]*)"/g);
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((name) => !operations.has(name))).toEqual([]);
	});
});
