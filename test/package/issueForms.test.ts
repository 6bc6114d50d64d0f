import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { bugs } from '../../package.json';

const root = resolve(__dirname, '../..');
const folder = resolve(root, '.github/ISSUE_TEMPLATE');
const read = (file: string) => parse(readFileSync(resolve(folder, file), 'utf8')) as unknown;

interface Form {
	name: string;
	description: string;
	body: Array<{
		type: string;
		id?: string;
		attributes: { label?: string; value?: string; options?: unknown[] };
	}>;
}

const forms = readdirSync(folder).filter((file) => file !== 'config.yml');

/** What each kind of element needs; other kinds are not known to GitHub. */
const needs: Record<string, string[]> = {
	markdown: ['value'],
	input: ['label'],
	textarea: ['label'],
	dropdown: ['label', 'options'],
	checkboxes: ['label', 'options'],
};

describe('The forms for issues', () => {
	it.each(forms)('%s is one that GitHub shows', (file) => {
		const { name, description, body } = read(file) as Form;
		expect([name, description]).toEqual([expect.any(String), expect.any(String)]);
		for (const { type, attributes } of body) {
			expect({ type, missing: needs[type]?.filter((one) => !(one in attributes)) }).toEqual({
				type,
				missing: [],
			});
			const options = attributes.options ?? [];
			expect(new Set(options.map((option) => JSON.stringify(option))).size).toBe(options.length);
		}
		const asked = body.filter(({ type }) => type !== 'markdown');
		for (const values of [
			asked.map(({ id }) => id),
			asked.map(({ attributes }) => attributes.label),
		]) {
			expect(values).not.toContain(undefined);
			expect(new Set(values).size).toBe(asked.length);
		}
	});

	it('lead weaknesses to where only the maintainers read them', () => {
		const { contact_links: links } = read('config.yml') as {
			contact_links: Array<{ url: string }>;
		};
		expect(links.map(({ url }) => url)).toContain(
			bugs.url.replace('/issues', '/security/advisories/new'),
		);
		expect(existsSync(resolve(root, 'SECURITY.md'))).toBe(true);
	});
});
