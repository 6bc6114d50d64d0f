import { textOf } from '../../nodes/shared/message';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const messages = async (more: object = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource: 'message', operation: 'getMany', returnAll: false, limit: 2, ...more },
	});

describe('Simplify', () => {
	it('gives messages in the common form unless it is switched off', async () => {
		const { items } = await messages();
		expect(items).toHaveLength(2);
		for (const { json, pairedItem } of items) {
			expect(json).toMatchObject({
				provider: 'sakari',
				id: expect.any(String),
				threadId: expect.any(String),
				direction: expect.stringMatching(/^(in|out)bound$/),
				from: { address: expect.stringMatching(/^\+\d+$/) },
				to: [{ address: expect.stringMatching(/^\+\d+$/) }],
				text: expect.any(String),
				createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			});
			expect(pairedItem).toEqual({ item: 0 });
		}
		const raw = await messages({ simplify: false });
		expect(raw.items[0]!.json).toHaveProperty('conversation');
		expect(raw.items[0]!.json.id).toBe(items[0]!.json.id);
	});
});

describe('The text of HTML', () => {
	it.each([
		['<p>Hello,</p><p>how are&nbsp;you?<br>Me</p>', 'Hello,\nhow are you?\nMe'],
		['<style>p { color: red }</style>a &lt; b &amp;&amp; c &#39;d&#x27;', "a < b && c 'd'"],
		['&unknown; &#1114112; &#0;', '&unknown; &#1114112; &#0;'],
		['no tags', 'no tags'],
	])('of %j is %j', (html, text) => expect(textOf(html)).toBe(text));

	it('is found in a time that grows with its length only', () => {
		const began = Date.now();
		textOf('<'.repeat(200_000));
		textOf('<style>'.repeat(20_000));
		textOf(`a${' '.repeat(200_000)}b`);
		expect(Date.now() - began).toBeLessThan(2000);
	});
});
