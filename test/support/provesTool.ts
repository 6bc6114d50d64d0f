import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/operation';
import type { Sandbox } from '../../sandbox/types';
import { callTool, type ToolAnswer, type ToolCall } from './agent';
import type { OperationCase } from './operationCase';
import { declared, type Declared } from './operations';

/** What the whole input item is called where a parameter takes all of it. */
const whole = 'item';

const typeOf = (value: unknown) => (typeof value === 'object' ? 'json' : typeof value);

/** Parameters that have a model fill in what the expressions take from the input item. */
function fromModel(value: NodeParameterValueType, item: IDataObject): NodeParameterValueType {
	if (Array.isArray(value)) return value.map((one) => fromModel(one as never, item)) as never;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value as object) as Array<[string, NodeParameterValueType]>;
		return Object.fromEntries(entries.map(([name, one]) => [name, fromModel(one, item)])) as never;
	}
	if (typeof value !== 'string' || !value.startsWith('=')) return value;
	return value.replace(/\$json\b(?:\.(\w+))?/g, (written, name = whole) =>
		item[name] !== undefined ? `$fromAI('${name}', '', '${typeOf(item[name])}')` : written,
	);
}

/** Parameters that come from the item by themselves, as they stand in the node's panel. */
const fromItem = (fields: Field[]): INodeParameters =>
	Object.fromEntries(
		fields
			.filter((field) => JSON.stringify(field.default).includes('$json'))
			.map(({ name, type, default: value }) => [
				name,
				type === 'resourceLocator' ? { __rl: true, ...(value as object) } : value,
			]),
	) as INodeParameters;

const itemsIn = ({ text }: ToolAnswer) => JSON.parse(text) as IDataObject[];

/**
 * Proves that an AI agent can call an operation as its tool, with the values of the proof's first
 * item as what the model fills in, and that the same requests and outputs come of it.
 */
export function provesTool(sandbox: () => Sandbox, proof: OperationCase): void {
	const { node, resource, operation, endpoint, credentials, sent, given } = proof;
	const isDeclared = (one: Declared) => one.node === node && one.name === `${resource}.${operation}`;
	const declaration = declared.find(isDeclared)!.operation;
	const { simplify, ...own } = proof.parameters;
	const parameters = { ...fromItem(declaration.fields), ...own };

	const call = async (index: number, more: object = {}, within?: ToolCall['within']) => {
		const item = proof.item(index);
		const values = { ...item, [whole]: item };
		return await callTool({
			sandbox: sandbox(),
			node,
			parameters: { resource, operation, ...(fromModel(parameters, values) as object), ...more },
			values,
			credentials: credentials?.(sandbox()),
			within,
		});
	};

	if (Object.keys(proof.files?.(0) ?? {}).length > 0) {
		it('tells an AI agent, which has no files, that one is missing', async () => {
			const answer = await call(0);
			expect(answer).toMatchObject({ failed: true, text: expect.stringContaining('binary field') });
			expect(answer.requests.filter((request) => request.endpoint === endpoint)).toEqual([]);
		});
		return;
	}

	it.each(['engine', 'agent'] as const)('serves an AI agent as a tool, run by the %s', async (within) => {
		const answer = await call(0, simplify === false ? { output: 'raw' } : {}, within);
		expect(answer).toMatchObject({ failed: false, text: expect.stringMatching(/^\[\{"/) });
		const requests = answer.requests.filter((request) => request.endpoint === endpoint);
		expect(requests.length).toBeGreaterThan(0);
		for (const request of requests) sent(request, proof.item(0));
		if (answer.items) given(answer.items, proof.item(0));
	});

	if (!declaration.simple) return;
	it('gives an AI agent as much as it is to read', async () => {
		const simplified = itemsIn(await call(0));
		const raw = itemsIn(await call(1, { output: 'raw' }));
		const names = Object.keys(simplified[0]!).slice(0, 2);
		const fields = { output: 'selectedFields', outputFields: names.join(', ') };
		const selected = itemsIn(await call(2, fields));
		for (const [json] of [simplified, raw]) expect(json).not.toHaveProperty('error');
		expect(Object.keys(selected[0]!)).toEqual(names);
	});
}
