import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { YandexMarketApi } from '../../credentials/YandexMarketApi.credentials';
import { type NodeRun, provesOperation, useSandbox } from '../support';
import { businessId, bytes, firstChat, nodeOf } from './yandexMarket';

const sandbox = useSandbox();
const run = nodeOf(sandbox);

const text = 'Здравствуйте! Заказ передан в доставку. 您好 👋';

const history = async (parameters: NodeRun['parameters']) =>
	await run('message', 'getMany', { chatId: firstChat, returnAll: true, ...parameters });

const anyText = expect.stringMatching(/./) as string;
const utc = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;

const ids = (items: INodeExecutionData[], name: string) => items.map(({ json }) => json[name]);

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'chat',
	operation: 'create',
	endpoint: 'POST /v2/businesses/{businessId}/chats/new',
	parameters: { businessId, contextType: '={{ $json.type }}', contextId: '={{ $json.id }}' },
	item: (index) => ({ type: 'ORDER', id: String(33_004_567_812 + index) }),
	bad: { type: 'ORDER', id: '7' },
	sent: ({ body, path, query }, json) => {
		expect(path).toBe('/v2/businesses/924574/chats/new');
		expect(query).toEqual({});
		expect(body).toEqual({ context: { type: json.type, id: Number(json.id) } });
	},
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual({ chatId: expect.any(Number) as number });
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'chat',
	operation: 'getMany',
	endpoint: 'POST /v2/businesses/{businessId}/chats',
	parameters: {
		businessId: '={{ $json.business }}',
		returnAll: true,
		filters: { statuses: '={{ $json.statuses }}' },
	},
	item: (index) => ({
		business: businessId,
		statuses: ['NEW', 'FINISHED', 'WAITING_FOR_MARKET'].slice(index),
	}),
	bad: { business: '1', statuses: ['NEW'] },
	sent: ({ body, query }, json) => {
		expect(body).toEqual({ statuses: json.statuses });
		expect(query.limit).toBe('20');
	},
	given: (items, json) => {
		expect(items.length).toBeGreaterThan(5);
		for (const item of items) {
			expect(json.statuses).toContain(item.json.status);
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
		}
		expect(items[0]!.json).toMatchObject({ type: 'CHAT', businessId, customerName: anyText });
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'chat',
	operation: 'get',
	endpoint: 'GET /v2/businesses/{businessId}/chat',
	parameters: { businessId, chatId: '={{ $json.chat }}' },
	item: (index) => ({ chat: String(11_870_001 + index) }),
	bad: { chat: '11879999' },
	sent: ({ query, body }, json) => {
		expect(query).toEqual({ chatId: json.chat });
		expect(body).toBeUndefined();
	},
	given: (items, json) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({
			...{ chatId: json.chat, businessId, type: 'CHAT', status: anyText },
			...{ about: anyText, customerName: anyText, createdAt: utc, updatedAt: utc },
		});
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'message',
	operation: 'get',
	endpoint: 'GET /v2/businesses/{businessId}/chats/message',
	parameters: { businessId, chatId: firstChat, messageId: '={{ $json.number }}' },
	item: (index) => ({ number: String(990_011 + index) }),
	bad: { number: '9007199254740993' },
	sent: ({ query, body }, json) => {
		expect(query).toEqual({ chatId: firstChat, messageId: json.number });
		expect(body).toBeUndefined();
	},
	given: (items, json) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({
			...{ provider: 'yandexMarket', id: json.number, threadId: firstChat, businessId },
			...{ direction: expect.stringMatching(/^(in|out)bound$/) as string, sender: anyText },
			...{ text: anyText, createdAt: utc },
		});
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'message',
	operation: 'getMany',
	endpoint: 'POST /v2/businesses/{businessId}/chats/history',
	parameters: {
		businessId,
		chatId: '={{ $json.chat }}',
		returnAll: false,
		limit: '={{ $json.limit }}',
	},
	item: (index) => ({ chat: firstChat, limit: index + 2 }),
	bad: { chat: '9007199254740993', limit: 2 },
	sent: ({ body, query }, json) => {
		expect(query).toEqual({ chatId: json.chat, limit: String(json.limit) });
		expect(body).toEqual({});
	},
	given: (items, json) => {
		expect(items).toHaveLength(json.limit as number);
		expect(items[1]!.json).toEqual({
			...{ provider: 'yandexMarket', id: anyText, threadId: firstChat, direction: 'inbound' },
			...{ from: { id: anyText, name: 'Мария К.' }, to: [{ id: businessId }] },
			...{ text: 'Сообщение 2', createdAt: utc },
			...{ businessId, sender: 'CUSTOMER', orderId: anyText },
		});
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'message',
	operation: 'send',
	endpoint: 'POST /v2/businesses/{businessId}/chats/message',
	parameters: { businessId, chatId: '={{ $json.chat }}', message: '={{ $json.text }}' },
	item: (index) => ({ chat: String(11_870_001 + index), text: `${text} ${index}` }),
	bad: { chat: '11879999', text },
	sent: ({ body, query }, json) => {
		expect(query).toEqual({ chatId: json.chat });
		expect(body).toEqual({ message: json.text });
	},
	given: (items, json) => {
		expect(items.map((item) => item.json)).toEqual([{ success: true, chatId: json.chat }]);
		const delivery = sandbox().deliveries.find(({ to }) => to === json.chat);
		expect(delivery?.text).toBe(json.text);
	},
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'message',
	operation: 'reply',
	endpoint: 'POST /v2/businesses/{businessId}/chats/message',
	// The business and the chat come from the item by themselves
	parameters: { message: '={{ $json.answer }}' },
	item: (index) => ({ businessId, threadId: String(11_870_001 + index), answer: `${text} ${index}` }),
	bad: { businessId, threadId: '11879999', answer: text },
	sent: ({ body, path, query }, json) => {
		expect(path).toBe(`/v2/businesses/${businessId}/chats/message`);
		expect(query).toEqual({ chatId: json.threadId });
		expect(body).toEqual({ message: json.answer });
	},
	given: (items, json) =>
		expect(items.map((item) => item.json)).toEqual([{ success: true, chatId: json.threadId }]),
});

provesOperation(sandbox, {
	node: 'yandexMarket',
	resource: 'file',
	operation: 'send',
	endpoint: 'POST /v2/businesses/{businessId}/chats/file/send',
	parameters: { businessId, chatId: '={{ $json.chat }}', inputDataFieldName: 'data' },
	item: (index) => ({ chat: String(11_870_001 + index) }),
	files: () => ({ data: { name: 'счёт.pdf', mimeType: 'application/pdf', content: bytes(999) } }),
	bad: { chat: '11879999' },
	sent: ({ files, body, query }, json) => {
		expect(query).toEqual({ chatId: json.chat });
		expect(body).toEqual({});
		const file = { field: 'file', name: 'счёт.pdf', mimeType: 'application/pdf' };
		expect(files).toEqual([{ ...file, content: bytes(999) }]);
	},
	given: (items, json) =>
		expect(items.map((item) => item.json)).toEqual([{ success: true, chatId: json.chat }]),
});

describe('yandexMarket chat.create', () => {
	it('gives the chat that an order or a return has already', async () => {
		for (const [contextType, contextId] of [
			['ORDER', '33004567812'],
			['RETURN', '104567'],
		] as const) {
			const first = await run('chat', 'create', { contextType, contextId });
			const again = await run('chat', 'create', { contextType, contextId });
			expect(first.items[0]!.json).toEqual(again.items[0]!.json);
			const context = [{ type: contextType, id: contextId }];
			const filters = { contexts: { context: [...context, ...context] } };
			const found = await run('chat', 'getMany', { filters });
			expect(found.requests[0]!.body).toEqual({
				contexts: [{ type: contextType, id: Number(contextId) }],
			});
			expect(ids(found.items, 'chatId')).toEqual(ids(first.items, 'chatId'));
		}
	});

	it('does not send a number that JSON would change', async () => {
		const { error, requests } = await run('chat', 'create', { contextId: '9007199254740993' });
		expect(error?.message).toBe("'Order or Return ID' is too large a number to be sent exactly");
		expect(requests).toHaveLength(0);
	});
});

describe('yandexMarket chat.getMany', () => {
	const all = 53;

	it.each([
		[1, 1],
		[19, 1],
		[20, 1],
		[21, 2],
		[40, 2],
		[53, 3],
		[1000, 3],
	])('gets up to %d chats with %d requests', async (limit, requests) => {
		const result = await run('chat', 'getMany', { returnAll: false, limit });
		expect(result.error).toBeUndefined();
		expect(new Set(ids(result.items, 'chatId')).size).toBe(Math.min(limit, all));
		expect(result.items).toHaveLength(Math.min(limit, all));
		expect(result.requests).toHaveLength(requests);
		for (const { body } of result.requests) expect(body).toEqual({});
	});

	it('sends all filters, each value once, and nothing for empty ones', async () => {
		const filters = {
			contextTypes: ['ORDER', 'DIRECT', 'ORDER'],
			types: ['CHAT'],
			statuses: [],
			contexts: {},
		};
		const { items, requests } = await run('chat', 'getMany', { returnAll: true, filters });
		expect(requests[0]!.body).toEqual({ contextTypes: ['ORDER', 'DIRECT'], types: ['CHAT'] });
		expect(items.length).toBeGreaterThan(20);
		const kinds = items.map(({ json }) => (json.context as IDataObject).type);
		expect(new Set(kinds)).toEqual(new Set(['ORDER', 'DIRECT']));
	});

	it('gives no items where there are no chats', async () => {
		const filters = { contexts: { context: [{ type: 'RETURN', id: '1' }] } };
		const result = await run('chat', 'getMany', { returnAll: true, filters });
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([]);
	});
});

describe('yandexMarket message.getMany', () => {
	it('reads the whole history, each message once', async () => {
		const { items, requests } = await history({});
		expect(requests.map(({ query }) => query.limit)).toEqual(['100', '100', '100']);
		expect(new Set(ids(items, 'messageId')).size).toBe(260);
	});

	it('reads from a message on', async () => {
		const all = ids((await history({})).items, 'messageId');
		const options = { messageIdFrom: String(all[200]) };
		const { items, requests } = await history({ options });
		expect(ids(items, 'messageId')).toEqual(all.slice(200));
		expect(requests[0]!.body).toEqual({ messageIdFrom: all[200] });
	});

	it('sends the digits of an id that no number holds exactly', async () => {
		const chatId = '9007199254740993';
		const { error, requests } = await history({ chatId });
		expect(requests[0]!.query.chatId).toBe(chatId);
		expect(error?.message).toContain(`Chat not found: ${chatId}`);
	});

	it('shows what was sent to the chat', async () => {
		const chatId = '11870002';
		await run('message', 'send', { chatId, message: text });
		const data = { name: '发票 №1 "копия".pdf', content: bytes(5) };
		const inputDataFieldName = 'data';
		await run('file', 'send', { chatId, inputDataFieldName }, { files: [{ data }] });
		const { items } = await history({ chatId });
		const [message, file] = items.slice(-2).map(({ json }) => json);
		expect(message).toMatchObject({ sender: 'PARTNER', message: text });
		expect(file).toMatchObject({ sender: 'PARTNER', payload: [{ name: data.name, size: 5 }] });
	});
});

describe('yandexMarket credential', () => {
	const baseUrl = () => sandbox().baseUrl('yandexMarket');
	const list = async (credentials: NodeRun['credentials']) =>
		await run('chat', 'getMany', {}, { credentials });

	it('sends the API key in its own header and no other', async () => {
		const { requests } = await run('chat', 'getMany', {});
		expect(requests[0]!.headers).toHaveProperty('api-key');
		expect(requests[0]!.headers).not.toHaveProperty('authorization');
	});

	it('sends the OAuth token as bearer token and no other header', async () => {
		const oAuthToken = 'sandbox-yandex-market-token';
		const authenticationMethod = 'oAuthToken';
		const result = await list({ authenticationMethod, oAuthToken, apiKey: '', baseUrl: baseUrl() });
		expect(result.error).toBeUndefined();
		const { headers } = result.requests[0]!;
		expect(headers.authorization).toBe(`Bearer ${oAuthToken}`);
		expect(headers).not.toHaveProperty('api-key');
	});

	it('tells that the API key is not accepted, without showing it', async () => {
		const apiKey = 'ACMA:wrong-key-of-a-user';
		const { error } = await list({ authenticationMethod: 'apiKey', apiKey, baseUrl: baseUrl() });
		expect(error?.message).toBe(
			'Yandex Market refused the request: Api-Key token is invalid, code UNAUTHORIZED',
		);
		expect(JSON.stringify(error)).not.toContain(apiKey);
	});

	it.each([
		[200, { 'Api-Key': 'ACMA:sandbox-yandex-market:key' }],
		[401, { 'Api-Key': 'wrong' }],
		[403, { Authorization: 'Bearer wrong' }],
	])('has a test that is answered with %d', async (status, headers) => {
		const { request, rules = [] } = new YandexMarketApi().test;
		const query = new URLSearchParams(request.qs as Record<string, string>);
		const answer = await fetch(`${baseUrl()}${request.url}?${query}`, { headers });
		expect(answer.status).toBe(status);
		const explained = rules.map(({ properties }) => (properties as { value: number }).value);
		expect(explained.includes(status)).toBe(status !== 200);
	});
});
