import type { INodeParameters } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const list = '/v1/accounts/{accountId}/conversations';
const one = `${list}/{conversationId}`;
const path = '/v1/accounts/65f0c0ffee0000000000a001/conversations';
const id = (index: number) => `65f0c0ffee0000000000e00${index}`;

const conversation = { node: 'sakari', resource: 'conversation' } as const;

provesOperation(sandbox, {
	...conversation,
	operation: 'close',
	endpoint: `PUT ${one}/close`,
	parameters: { conversationId: '={{ $json.id }}' },
	item: (index) => ({ id: id(index + 1) }),
	bad: { id: 'no such conversation' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(`${path}/${encodeURIComponent(String(json.id))}/close`);
		expect([query, body]).toEqual([{}, undefined]);
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, isClosed: true });
	},
});

provesOperation(sandbox, {
	...conversation,
	operation: 'get',
	endpoint: `GET ${one}`,
	parameters: { conversationId: '={{ $json.id }}' },
	item: (index) => ({ id: id(index + 1) }),
	bad: { id: 'no such conversation' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(`${path}/${encodeURIComponent(String(json.id))}`);
		expect([query, body]).toEqual([{}, undefined]);
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, isClosed: false });
	},
});

provesOperation(sandbox, {
	...conversation,
	operation: 'getMany',
	endpoint: `GET ${list}`,
	parameters: { returnAll: false, limit: '={{ $json.limit }}' },
	item: (index) => ({ limit: index + 1 }),
	bad: { limit: 1 },
	refusal: {
		kind: 'status',
		status: 403,
		body: {
			success: false,
			error: { code: 'ACCT-016', message: 'Insufficient access to this API' },
		},
	},
	sent({ path: sentTo, query }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({ offset: '0', limit: String(json.limit) });
	},
	given(items, json) {
		const ids = [id(1), id(2), id(3)].slice(0, Number(json.limit));
		expect(items.map((item) => item.json.id)).toEqual(ids);
	},
});

const run = async (parameters: INodeParameters, items?: number) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource: 'conversation', simplify: false, ...parameters },
		items: Array.from({ length: items ?? 1 }, (_, index) => ({ index })),
	});

describe('sakari conversation', () => {
	const closed = async () =>
		(await run({ operation: 'get', conversationId: id(1) })).items[0]!.json.closed;

	it('is closed until the next message', async () => {
		await run({ operation: 'close', conversationId: id(1) });
		expect(await closed()).not.toBeNull();
		const conversationIds = id(1);
		const message = { resource: 'message', sendTo: 'conversations', conversationIds };
		await run({ operation: 'send', template: 'Hello', ...message });
		expect(await closed()).toBeNull();
	});

	it('is listed with its last message, all of them over several pages', async () => {
		await run(
			{
				resource: 'message',
				operation: 'send',
				phoneNumber: '=+12025552{{ 100 + $json.index }}',
				template: '=Hello {{ $json.index }}',
			},
			120,
		);
		const { items, requests } = await run({ operation: 'getMany', returnAll: true });
		const lists = requests.filter(({ operationId }) => operationId === 'conversation.getMany');
		expect(lists.map(({ query }) => query.offset)).toEqual(['0', '100']);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(125);
		const texts = items.map(({ json }) => (json.lastMessage as { message: string }).message);
		expect(texts.filter((text) => text.startsWith('Hello'))).toHaveLength(120);
	});
});
