import type { INode } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { loadPack } from '../support';
import { declared, type Declared } from '../support/operations';
import { asTool } from '../support/tool';

const pack = loadPack();

/** What a model is told of an operation when the description is made automatically, as it is by default. */
async function told({ node, resource, operation }: Declared): Promise<string> {
	const tool = asTool((await pack).getNode(node).type as never);
	const parameters = { descriptionType: 'auto', resource, operation: operation.value };
	return NodeHelpers.getToolDescriptionForNode({ parameters } as unknown as INode, tool);
}

const sends = /^(Send|Post|Notify|Reply)\b| and post /;
const reads = /^(Get|Check|Download|Export|Print|Make a report)\b/;
const deletes = /^(Delete|Remove|Discard)\b/;

describe('What a model is told of a tool', () => {
	it('says what it does, and with which service', async () => {
		const pages = await pack;
		for (const one of declared) {
			const { description } = pages.getNode(one.node).type as { description: { displayName: string } };
			const text = await told(one);
			expect(text).toMatch(/^[A-Z][a-z]+ .+ in /);
			expect(text.endsWith(` in ${description.displayName}`)).toBe(true);
			expect(text.length).toBeLessThanOrEqual(1024);
		}
	});

	it('is different for each operation of a node', async () => {
		const texts = await Promise.all(declared.map(told));
		expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([]);
	});

	it('begins with a word that says whether it only reads', async () => {
		// What follows a request that reads may change something
		for (const one of declared.filter(({ operation }) => !operation.follow)) {
			const text = await told(one);
			expect([text, reads.test(text)]).toEqual([text, one.operation.effect === 'read']);
		}
	});

	it('says so when it sends or deletes, and only then', async () => {
		const wrong: string[] = [];
		for (const one of declared) {
			const { effect, method, value, follow } = one.operation;
			const text = await told(one);
			// What follows the first request may send
			const maySend = effect === 'send' || Boolean(follow);
			if (sends.test(text) ? !maySend : effect === 'send') wrong.push(`${effect}: ${text}`);
			const isDeletion = method === 'DELETE' || /^(delete|remove)/.test(value);
			if (isDeletion && !deletes.test(text)) wrong.push(`deletes: ${text}`);
			if (effect === 'read' && deletes.test(text)) wrong.push(`reads: ${text}`);
		}
		expect(wrong).toEqual([]);
	});
});

describe('What an editor user reads of an operation that becomes a tool', () => {
	it('fits what models take, for a description written by hand', async () => {
		for (const { operation } of declared) expect(operation.description.length).toBeLessThanOrEqual(1024);
	});
});
