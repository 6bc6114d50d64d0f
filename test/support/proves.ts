import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/types';
import type { NodeResult } from './engine';
import { runNode } from './engine';
import type { OperationCase } from './operationCase';
import { provesTool } from './provesTool';
import { recordOutput } from './record';

const linkOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

const itemsOf = (items: INodeExecutionData[], index: number) =>
	items.filter((item) => linkOf(item) === index);

/** What is proved by the test files that were loaded, also for those who run no tests. */
export const proofs: OperationCase[] = [];

/** Proves an operation as `OperationCase` says. */
export function provesOperation(sandbox: () => Sandbox, proof: OperationCase): void {
	proofs.push(proof);
	const { node, resource, operation, endpoint, parameters, item, files, bad, refusal, sent, given } = proof;

	const run = async (
		items: IDataObject[],
		onError?: 'continueRegularOutput' | 'continueErrorOutput',
		changed: INodeParameters = {},
	) => {
		const before = items.indexOf(bad);
		if (refusal && before >= 0) {
			sandbox().misbehave({ provider: node, after: before, times: 1, behaviour: refusal });
		}
		return await runNode({
			sandbox: sandbox(),
			node,
			parameters: {
				resource,
				operation,
				...parameters,
				...changed,
				requestOptions: { groupItems: false, ...(refusal && { requestsAtOnce: 1 }) },
			},
			items,
			files: files && items.map((_, index) => files(index)),
			credentials: proof.credentials?.(sandbox()),
			onError,
		});
	};

	const ours = ({ requests }: NodeResult) =>
		requests.filter((request) => request.endpoint === endpoint);

	/** Whatever is listed belongs to an input item, in the items' order. */
	const expectLinks = (items: INodeExecutionData[]) => {
		const links = items.map(linkOf);
		expect(links.every((link) => typeof link === 'number')).toBe(true);
		expect(links).toEqual([...links].sort((a, b) => a! - b!));
	};

	describe(`${node} ${resource}.${operation}: ${endpoint}`, () => {
		it('sends the right request and gives the right output for one item', async () => {
			const result = await run([item(0)]);
			expect(result.error).toBeUndefined();
			const requests = ours(result);
			expect(requests.length).toBeGreaterThan(0);
			for (const request of requests) sent(request, item(0));
			expectLinks(result.items);
			given(result.items, item(0));
		});

		it('does so for three items, each linked to its own', async () => {
			const inputs = [0, 1, 2].map(item);
			const result = await run(inputs);
			expect(result.error).toBeUndefined();
			expect(ours(result).length).toBeGreaterThanOrEqual(3);
			expectLinks(result.items);
			inputs.forEach((json, index) => given(itemsOf(result.items, index), json));
			if (parameters.simplify !== false) recordOutput(node, `${resource}.${operation}`, result.items);
		});

		if (parameters.simplify === false) {
			it('gives simplified records by default', async () => {
				const { error, items } = await run([0, 1, 2].map(item), undefined, { simplify: true });
				expect(error).toBeUndefined();
				recordOutput(node, `${resource}.${operation}`, items);
			});
		}

		it('goes on after an item that is refused, on the regular output', async () => {
			const result = await run([item(0), bad, item(2)], 'continueRegularOutput');
			expect(result.error).toBeUndefined();
			expectLinks(result.items);
			given(itemsOf(result.items, 0), item(0));
			given(itemsOf(result.items, 2), item(2));
			const refused = itemsOf(result.items, 1);
			expect(refused).toHaveLength(1);
			expect(typeof refused[0]!.json.error).toBe('string');
		});

		it('goes on after an item that is refused, on the error output', async () => {
			const result = await run([item(0), bad, item(2)], 'continueErrorOutput');
			expect(result.error).toBeUndefined();
			given(itemsOf(result.items, 0), item(0));
			given(itemsOf(result.items, 2), item(2));
			expect(itemsOf(result.items, 1)).toHaveLength(0);
			expect(result.errorItems.map(linkOf)).toEqual([1]);
			expect(result.errorItems[0]!.json).toMatchObject(bad);
		});

		it('ends with the provider’s words when it is not to go on', async () => {
			const { error } = await run([bad]);
			expect(error?.message).toMatch(/refused the request/);
		});

		provesTool(sandbox, proof);
	});
}
