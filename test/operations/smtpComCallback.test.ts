import axios from 'axios';

import type { Callback } from '../../sandbox/types';
import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const events = ['failed', 'opened', 'clicked'];
const address = 'https://elsewhere.example/hook';

const register = async (event: string, channel: string) => {
	const { baseUrl, apiKey } = sandbox().credentials('smtpCom');
	await axios.post(
		`${baseUrl}/v4/callbacks/${event}`,
		{ channel, medium: 'http', address },
		{ headers: { 'X-SMTPCOM-API': apiKey } },
	);
};

beforeEach(async () => {
	for (const event of events) await register(event, 'marketing');
});

const forbidden = { kind: 'status', status: 403, body: { status: 'fail', data: { error: 'no' } } } as const;

const chosen = { channel: '={{ $json.channel }}', event: '={{ $json.event }}' };
const item = (index: number) => ({ channel: 'marketing', event: events[index % 3] });
const newAddress = 'https://n8n.example/hook?a=1&b=%20';

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'callback',
	operation: 'create',
	endpoint: 'POST /v4/callbacks/{event}',
	parameters: { ...chosen, address: newAddress },
	item: (index) => ({ ...item(index), channel: 'transactional' }),
	bad: { channel: 'marketing', event: 'failed' },
	sent: ({ path, query, body }, { channel, event }) => {
		expect(path).toBe(`/v4/callbacks/${String(event)}`);
		expect(query).toEqual({});
		expect(body).toEqual({ channel, medium: 'http', address: newAddress });
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ success: true }]),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'callback',
	operation: 'update',
	endpoint: 'PATCH /v4/callbacks/{event}',
	parameters: { ...chosen, address: newAddress },
	item,
	bad: { channel: 'transactional', event: 'failed' },
	sent: ({ path, query, body }, { channel, event }) => {
		expect(path).toBe(`/v4/callbacks/${String(event)}`);
		expect(query).toEqual({});
		expect(body).toEqual({ channel, medium: 'http', address: newAddress });
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ success: true }]),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'callback',
	operation: 'delete',
	endpoint: 'DELETE /v4/callbacks/{event}',
	parameters: chosen,
	item,
	bad: { channel: 'marketing', event: 'unsubscribed' },
	sent: ({ path, query, body }, { channel, event }) => {
		expect(path).toBe(`/v4/callbacks/${String(event)}`);
		expect(query).toEqual({ channel });
		expect(body).toEqual({ channel });
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'callback',
	operation: 'get',
	endpoint: 'GET /v4/callbacks/{event}',
	parameters: chosen,
	item,
	bad: { channel: 'marketing', event: 'unsubscribed' },
	sent: ({ path, query }, { channel, event }) => {
		expect(path).toBe(`/v4/callbacks/${String(event)}`);
		expect(query).toEqual({ channel });
	},
	given: (items, { channel, event }) =>
		expect(items.map(({ json }) => json)).toEqual([{ channel, event, medium: 'http', address }]),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'callback',
	operation: 'getMany',
	endpoint: 'GET /v4/callbacks',
	parameters: { returnAll: false, limit: 2 },
	item: () => ({}),
	bad: { is: 'refused' },
	refusal: forbidden,
	sent: ({ query }) => expect(query).toEqual({}),
	given: (items) =>
		expect(items.map(({ json }) => json)).toEqual(
			['failed', 'opened'].map((event) => ({ channel: 'marketing', event, medium: 'http', address })),
		),
});

describe('after calls that failed', () => {
	beforeEach(async () => {
		await register('received', 'transactional');
		const gone = () => `${sandbox().url}/gone`;
		const alter = (callback: Callback) => ({ ...callback, url: gone() });
		sandbox().callBackLike({ attempts: 2, interval: 1, alter });
		sandbox().happen('smtpCom', { channel: 'transactional', event: 'received' });
		await sandbox().callbacksDone();
	});

	provesOperation(sandbox, {
		node: 'smtpCom',
		resource: 'callback',
		operation: 'getLog',
		endpoint: 'GET /v4/callbacks/log',
		parameters: { channel: '={{ $json.channel }}', limit: 3, simplify: false },
		item: () => ({ channel: 'transactional' }),
		bad: { channel: 'unknown' },
		sent: ({ query }) => expect(query).toEqual({ channel: 'transactional', limit: '3' }),
		given(items) {
			const entry = { code: 404, msg: 'Not Found', time: expect.any(String) as string };
			expect(items.map(({ json }) => json)).toEqual([entry, entry]);
		},
	});
});

describe('smtpCom callback.get', () => {
	it('shows no keys to queues of Amazon', async () => {
		const data = { channel: 'c', event: 'failed', medium: 'aws', address: 'q', aws_data: { key: 'k', secret: 's' } };
		for (const [operation, body] of [['get', { data }], ['getMany', { data: { items: [data] } }]] as const) {
			const behaviour = { kind: 'status', status: 200, body: { status: 'success', ...body } } as const;
			sandbox().misbehave({ operationId: `callback.${operation}`, behaviour });
			const { items } = await runNode({
				sandbox: sandbox(),
				node: 'smtpCom',
				parameters: { resource: 'callback', operation, channel: 'c', event: 'failed', simplify: false },
			});
			const json = { channel: 'c', event: 'failed', medium: 'aws', address: 'q' };
			expect(items.map((one) => one.json)).toEqual([json]);
		}
	});
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'channel',
	operation: 'get',
	endpoint: 'GET /v4/channels/{name}',
	parameters: { channel: '={{ $json.channel }}' },
	item: (index) => ({ channel: ['transactional', 'marketing', 'newsletter'][index % 3] }),
	bad: { channel: 'a/b c' },
	sent: ({ path, query }, { channel }) => {
		expect(path).toBe(`/v4/channels/${String(channel)}`);
		expect(query).toEqual({});
	},
	given: (items, { channel }) =>
		expect(items.map(({ json }) => [json.name, json.status])).toEqual([[channel, 'active']]),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'channel',
	operation: 'getMany',
	endpoint: 'GET /v4/channels',
	parameters: { returnAll: true },
	item: () => ({}),
	bad: { is: 'refused' },
	refusal: forbidden,
	sent: ({ query }) => expect(query).toEqual({}),
	given: (items) =>
		expect(items.map(({ json }) => json.name)).toEqual(['transactional', 'marketing', 'newsletter', 'old']),
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'account',
	operation: 'get',
	endpoint: 'GET /v4/account',
	parameters: { simplify: false },
	item: () => ({}),
	bad: { is: 'refused' },
	refusal: forbidden,
	sent: ({ query }) => expect(query).toEqual({}),
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ status: 'active', company_name: 'ACME', usage: 0 });
	},
});
