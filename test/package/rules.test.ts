import { Linter } from 'eslint';
// @ts-expect-error It has no types
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { parser } from 'typescript-eslint';

import { loadPack } from '../support';

/** All but the one that `eslint.config.mjs` leaves out too. */
const rules = Object.entries(nodesBase.configs.nodes.rules as Linter.RulesRecord).filter(
	([name]) => name.includes('/node-param-') && !name.endsWith('-type-options-max-value-present'),
);

const config = {
	files: ['**/*.ts'],
	languageOptions: { parser },
	plugins: { 'n8n-nodes-base': nodesBase },
	rules: Object.fromEntries(rules),
} as Linter.Config;

const linter = new Linter();

/** What n8n's rules, which read source code, say of properties as they are built. */
function complaintsAbout({ properties }: INodeTypeDescription): string[] {
	// n8n's loader adds its own to triggers that poll
	const own = properties.filter(({ name }) => name !== 'pollTimes');
	const literal = JSON.stringify(own, null, '\t').replace(/"(\w+)":/g, '$1:');
	const source = `class Built implements INodeType { description = { properties: ${literal} }; }`;
	const lines = source.split('\n');
	return linter
		.verify(source, config, 'Built.node.ts')
		.map(({ ruleId, line, message }) => `${ruleId}: ${message} ${lines[line - 1]!.trim()}`);
}

async function descriptions(): Promise<INodeTypeDescription[]> {
	const { nodeTypes } = await loadPack();
	return Object.values(nodeTypes).map(
		({ type }) => NodeHelpers.getVersionedNodeType(type).description,
	);
}

/** Sources say most properties by `field.text` and the like, which these rules do not see through. */
describe("n8n's rules for properties", () => {
	it('are kept by what nodes are built with', async () => {
		const nodes = await descriptions();
		expect(nodes.flatMap(complaintsAbout)).toEqual([]);
	});

	it('notice what is wrong', async () => {
		const [description] = await descriptions();
		const wrong: INodeProperties = {
			displayName: 'a name',
			name: 'a',
			type: 'boolean',
			default: false,
			description: 'If so.',
		};
		const properties = [...description!.properties, wrong];
		const complaints = complaintsAbout({ ...description!, properties });
		expect(complaints.join()).toMatch(/title case.*Whether/is);
	});
});

describe('what credentials keep secret', () => {
	it('is hidden in the editor', async () => {
		const { credentialTypes } = await loadPack();
		for (const { type } of Object.values(credentialTypes)) {
			const secret = /key|password|secret|token/i;
			const texts = type.properties.filter((one) => ['string', 'hidden'].includes(one.type));
			const hidden = texts.filter(({ typeOptions }) => typeOptions?.password);
			expect(hidden.length).toBeGreaterThan(0);
			expect(hidden).toEqual(texts.filter(({ name }) => secret.test(name)));
		}
	});
});
