import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/types';
import { provesOperation, runNode } from '../support';

/**
 * What is the same for all records of Sakari that are made, changed and deleted one by one.
 *
 * @param id the ID of the sandbox's first such record, and so on
 */
export function recordsOf(
	sandbox: () => Sandbox,
	resource: 'campaign' | 'contact' | 'template',
	id: (number: number) => string,
) {
	const list = `/v1/accounts/{accountId}/${resource}s`;
	const idField = `${resource}Id`;
	const one = `${list}/{${idField}}`;
	const path = `/v1/accounts/65f0c0ffee0000000000a001/${resource}s`;

	const run = async (operation: string, parameters: INodeParameters) =>
		await runNode({
			sandbox: sandbox(),
			node: 'sakari',
			parameters: { resource, operation, simplify: false, ...parameters },
		});

	/** The record as Sakari has it; `undefined` when it is gone. */
	const stored = async (record: string) => (await run('get', { [idField]: record })).items[0]?.json;

	const common = {
		node: 'sakari',
		resource,
		parameters: { [idField]: '={{ $json.id }}' },
		item: (index: number) => ({ id: id(index + 1) }),
		bad: { id: `no such ${resource}` },
	} as const;

	const proves = (operation: 'get' | 'delete') =>
		provesOperation(sandbox, {
			...common,
			operation,
			endpoint: `${operation.toUpperCase()} ${one}`,
			sent({ path: sentTo, query, body }, json) {
				expect(sentTo).toBe(`${path}/${encodeURIComponent(String(json.id))}`);
				expect([query, body]).toEqual([{}, undefined]);
			},
			given(items, json) {
				if (operation === 'delete')
					expect(items.map((item) => item.json)).toEqual([{ deleted: true }]);
				else expect(items.map((item) => item.json.id)).toEqual([json.id]);
			},
		});

	return { list, one, path, run, stored, proves };
}
