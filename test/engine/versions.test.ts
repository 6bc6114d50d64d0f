import type { INode, INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';

import { paraTranz } from '../../nodes/ParaTranz/provider';
import { getMany } from '../../nodes/ParaTranz/resources/mail/getMany';
import { returnAll } from '../../nodes/shared/fields';
import { located } from '../../nodes/shared/locator';
import type { Field, Resource } from '../../nodes/shared/operation';
import { properties } from '../../nodes/shared/properties';
import { carryOut } from '../../nodes/shared/run';
import { loadPack, runNode, useSandbox } from '../support';
import type { OperationCase } from '../support/operationCase';
import saved from './saved/first-nodes.json';

const sandbox = useSandbox();

const item = {
	text: 'Привет, 你好',
	user: '20481',
	record: '5e05d8448f8461dada9b0001',
	business: '924574',
};

/** The request that each node of the saved workflow made when it was saved, at the end of its run. */
const made: Record<string, { endpoint: string; body?: object }> = {
	'ParaTranz: Send a mail': { endpoint: 'POST /mails', body: { to: 20481, content: item.text } },
	'ParaTranz: Get a conversation': { endpoint: 'GET /mails/conversations/{userId}' },
	'SMTP.com: Send a message': {
		endpoint: 'POST /v4/messages',
		body: { channel: 'transactional', subject: 'Your invoice' },
	},
	'iBiz: Post a message': {
		endpoint: 'POST /mail_threads/mail_message_post',
		body: { body: item.text },
	},
	'iBiz: Get a mail thread': { endpoint: 'GET /mail_threads/{key}' },
	'Sakari: Send a message': {
		endpoint: 'POST /v1/accounts/{accountId}/messages',
		body: { contacts: [{ mobile: { number: '+12025550110' } }], template: item.text },
	},
	'Sakari: Get many messages': { endpoint: 'GET /v1/accounts/{accountId}/messages' },
	'Yandex Market: Send a message': {
		endpoint: 'POST /v2/businesses/{businessId}/chats/message',
		body: { message: item.text },
	},
	'Yandex Market: Get many chats': { endpoint: 'POST /v2/businesses/{businessId}/chats' },
};

/** The type name in the pack. */
const nameOf = ({ type }: Pick<INode, 'type'>) => type.split('.')[1] as OperationCase['node'];

describe('A workflow that was saved with an older build', () => {
	it.each(saved.nodes)('still makes its request: $name', async (node) => {
		const { typeVersion, parameters } = node;
		const { error, items, requests } = await runNode({
			sandbox: sandbox(),
			node: nameOf(node),
			parameters: parameters as unknown as INodeParameters,
			items: [item],
			settings: { typeVersion },
		});
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(requests.at(-1)).toMatchObject(made[node.name]!);
	});
});

/** All properties that name a record, those in collections too. */
const locators = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => {
		if (property.type === 'resourceLocator') return [property];
		return (property.options ?? []).flatMap((option) => {
			if ('values' in option) return locators(option.values);
			return 'type' in option ? locators([option]) : [];
		});
	});

describe('A field that names a record', () => {
	it('takes the ID by itself: as it was saved before there were lists, or as an expression or a model gives it', async () => {
		const { nodeTypes } = await loadPack();
		const all = Object.values(nodeTypes).flatMap(({ type }) => {
			const { name, properties } = NodeHelpers.getVersionedNodeType(type).description;
			return locators(properties).map((field) => ({ at: `${name} ${field.name}`, field }));
		});
		expect(new Set(all.map(({ at }) => at.split(' ')[0])).size).toBeGreaterThan(5);
		const id = 'a1b2c3d4';
		const forms = (field: INodeProperties) => [
			...[id, { __rl: true, mode: 'id', value: id }, { mode: 'id', value: id }, { value: id }],
			...(field.modes!.some(({ name }) => name === 'list')
				? [{ __rl: true, mode: 'list', value: id, cachedResultName: 'Its name' }]
				: []),
		];
		for (const { at, field } of all) {
			for (const form of forms(field)) {
				expect({ at, form, found: located(form, field) }).toEqual({ at, form, found: id });
			}
		}
	});
});

/**
 * A node of two versions. What has changed from 1 to 1.1: the limit that stands there at first, the
 * kind of a field, and a field that is new and required.
 */
function twoVersions(): INodeType {
	const limit = (most: number, version: number): Field => ({
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		default: most,
		displayOptions: { show: { '@version': [version], returnAll: [false] } },
	});
	const reason: Field = {
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { '@version': [1.1] } },
		place: 'query.reason',
	};
	const mail: Resource = {
		name: 'Mail',
		value: 'mail',
		usual: 'getMany',
		operations: [{ ...getMany, fields: [returnAll, limit(2, 1), limit(4, 1.1), reason] }],
	};
	return {
		description: {
			displayName: 'Two Versions',
			name: 'twoVersions',
			group: ['transform'],
			version: [1, 1.1],
			description: '',
			defaults: { name: 'Two Versions' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'paraTranzApi', required: true }],
			properties: properties(paraTranz, [mail]),
		},
		async execute() {
			return await carryOut(this, paraTranz, [mail]);
		},
	};
}

describe('A node of two versions', () => {
	const run = async (typeVersion: number, parameters: INodeParameters = {}) =>
		await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters,
			settings: { typeVersion },
			instead: twoVersions(),
		});

	it('goes on as it was where a workflow has the old one', async () => {
		const { error, items, requests } = await run(1);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
		expect(requests.map(({ query }) => query)).toEqual([{ page: '1', pageSize: '2' }]);
	});

	it('does what is new where a workflow has the new one', async () => {
		const { error, items } = await run(1.1, { reason: '={{ "" }}' });
		expect(items).toEqual([]);
		expect(error?.message).toBe("'Reason' must not be empty");
		const { requests } = await run(1.1, { reason: 'audit' });
		expect(requests.map(({ query }) => query)).toEqual([
			{ page: '1', pageSize: '4', reason: 'audit' },
		]);
	});

	it('takes what was saved in either', async () => {
		expect((await run(1, { limit: 3 })).items).toHaveLength(3);
		expect((await run(1, { reason: 'left over' })).items).toHaveLength(2);
	});
});
