import axios, { type AxiosInstance } from 'axios';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkHandlers, contractOf } from '../../sandbox/contract';
import { create, credentials } from '../../sandbox/providers/paraTranz';
import { startSandbox } from '../../sandbox/server';
import type { RecordedRequest, Sandbox } from '../../sandbox/types';
import { paraTranzClient } from './paraTranzClient';

let sandbox: Sandbox;
let client: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	client = paraTranzClient(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(async () => await sandbox.stop());

const mail = { to: 20481, content: '你好，**мир**' };

describe('a request as documented', () => {
	it('is carried out, recorded and delivered', async () => {
		const { status, data } = await client.post('/mails', mail);
		expect(status).toBe(200);
		expect(data).toMatchObject({ to: 20481, content: mail.content, status: 0 });
		expect(data.html).toContain('<strong>мир</strong>');
		expect(sandbox.deliveries).toMatchObject([
			{ provider: 'paraTranz', to: '20481', text: mail.content, id: String(data.id) },
		]);
		expect(sandbox.requests).toMatchObject([
			{
				provider: 'paraTranz',
				operationId: 'createMail',
				endpoint: 'POST /mails',
				path: '/mails',
				body: mail,
				status: 200,
			},
		]);
	});

	it('can be read back, newest first, and in pages', async () => {
		await client.post('/mails', mail);
		const first = await client.get('/mails', { params: { page: 1, pageSize: 20 } });
		expect(first.data).toMatchObject({ page: 1, pageSize: 20, rowCount: 61, pageCount: 4 });
		expect(first.data.results[0].content).toBe(mail.content);
		const last = await client.get('/mails', { params: { page: 4, pageSize: 20 } });
		expect(last.data.results).toHaveLength(1);
		const { data } = await client.get('/mails/conversations/20481');
		expect(data).toHaveLength(31);
	});
});

describe('a request that breaks the contract', () => {
	const refused = async (response: Promise<{ status: number; data: unknown }>, words: string) => {
		const { status, data } = await response;
		expect(data).toEqual({
			message: expect.stringContaining(words) as string,
			code: expect.any(Number) as number,
		});
		return status;
	};

	it.each([
		['an unknown field', { ...mail, status: 0 }, '(status)'],
		['a wrong type', { ...mail, to: '20481' }, 'body/to must be integer'],
		['a missing field', { to: 20481 }, "required property 'content'"],
		['an empty text', { ...mail, content: '' }, 'body/content must NOT have fewer than 1'],
		['a list', [mail], 'body must be object'],
		['null', 'null', 'body must be object'],
		['a bare text', '"mail"', 'body must be object'],
		['broken JSON', '{"to": 1', 'The body is not application/json'],
		['nothing', undefined, 'the body is missing'],
	])('is refused with 400: %s', async (_what, body, words) => {
		const headers = { 'Content-Type': 'application/json' };
		const transformRequest = (data: unknown) =>
			typeof data === 'string' || data === undefined ? data : JSON.stringify(data);
		const response = client.post('/mails', body, { headers, transformRequest });
		expect(await refused(response, words)).toBe(400);
		expect(sandbox.deliveries).toEqual([]);
	});

	it.each([
		['/mails?unread=1', '(unread)'],
		['/mails?page=one', 'query/page must be integer'],
		['/mails?page=1&page=2', 'query/page must be integer'],
		['/mails?pageSize=1000', 'query/pageSize must be <= 100'],
		['/mails/conversations/bob', 'path/userId must be integer'],
	])('is refused with 400: GET %s', async (url, words) => {
		expect(await refused(client.get(url), words)).toBe(400);
	});

	it('is refused with 400 when it has a body where none is taken', async () => {
		const response = client.delete('/mails', { data: mail });
		expect(await refused(response, 'does not take DELETE')).toBe(405);
		const withBody = client.get('/mails', { data: { page: 1 } });
		expect(await refused(withBody, 'does not take application/json')).toBe(415);
	});

	it.each(['/mail', '/mails/', '/mails/conversations/%zz', '/', '//mails'])(
		'is refused with 404: %s',
		async (url) => {
			const address = `${sandbox.baseUrl('paraTranz')}${url}`;
			expect(await refused(client.get(address), 'there is no')).toBe(404);
			expect(sandbox.requests[0]).not.toHaveProperty('operationId');
		},
	);

	it('is refused with 405 and 415', async () => {
		expect(await refused(client.put('/mails', mail), 'does not take PUT')).toBe(405);
		const form = new URLSearchParams({ to: '20481', content: 'x' });
		expect(await refused(client.post('/mails', form), 'x-www-form-urlencoded')).toBe(415);
	});

	it('is recorded with its status', async () => {
		await client.post('/mails', {});
		expect(sandbox.requests).toMatchObject([{ operationId: 'createMail', status: 400 }]);
	});
});

it.each([
	['without a token', {}],
	['with a wrong token', { Authorization: 'Bearer other' }],
	['with the bare token', { Authorization: 'sandbox-paratranz-token' }],
])('refuses a request %s', async (_what, headers) => {
	const url = `${sandbox.baseUrl('paraTranz')}/mails`;
	const { status, data } = await axios.get(url, { headers, validateStatus: () => true });
	expect(status).toBe(401);
	expect(data).toMatchObject({ message: expect.any(String) as string });
});

it('refuses a recipient that does not exist', async () => {
	const { status } = await client.post('/mails', { ...mail, to: 100_000 });
	expect(status).toBe(404);
	expect(sandbox.deliveries).toEqual([]);
});

it('says which services it has, and answers for no other', async () => {
	expect(sandbox.providers).toContain('paraTranz');
	const { status } = await client.get(`${sandbox.url}/telegram/mails`);
	expect(status).toBe(404);
	expect(sandbox.requests).toEqual([]);
});

it('gives the values that log in', () => {
	const baseUrl = sandbox.baseUrl('paraTranz');
	expect(sandbox.credentials('paraTranz')).toEqual({ ...credentials(baseUrl), baseUrl });
});

it('listens on this computer only', () => {
	expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('forgets everything at a reset', async () => {
	sandbox.misbehave({ behaviour: { kind: 'html', status: 502 } });
	sandbox.limit('paraTranz', { perSecond: 0 });
	await client.post('/mails', mail);
	sandbox.reset();
	expect(sandbox.requests).toEqual([]);
	const { status, data } = await client.get('/mails');
	expect(status).toBe(200);
	expect(data.rowCount).toBe(60);
	expect(sandbox.mostAtOnce('paraTranz')).toBe(1);
});

it('shows and forgets its records over HTTP', async () => {
	await client.post('/mails', mail);
	const control = `${sandbox.url}/_sandbox`;
	const { data: requests } = await client.get(`${control}/requests`);
	expect(requests).toMatchObject([{ endpoint: 'POST /mails', body: mail, status: 200 }]);
	expect(JSON.stringify(requests)).not.toContain('sandbox-paratranz-token');
	const { data: deliveries } = await client.get(`${control}/deliveries`);
	expect(deliveries).toMatchObject([{ to: '20481' }]);
	expect((await client.post(`${control}/reset`)).data).toEqual({ reset: true });
	expect((await client.get(`${control}/requests`)).data).toEqual([]);
	expect((await client.get(`${control}/other`)).status).toBe(404);
});

it('writes its records to a file at each reset and at the end', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
	const record = path.join(folder, 'deep', 'requests.jsonl');
	const recording = await startSandbox({ record });
	const recorded = paraTranzClient(recording);
	await recorded.post('/mails', mail);
	recording.reset();
	await recorded.get('/mails');
	await recording.stop();
	const text = await readFile(record, 'utf8');
	const lines = text.trimEnd().split('\n');
	expect(lines.map((line) => JSON.parse(line) as RecordedRequest)).toMatchObject([
		{ endpoint: 'POST /mails', body: mail, headers: { 'content-type': 'application/json' } },
		{ endpoint: 'GET /mails', status: 200 },
	]);
	expect(text).not.toContain('sandbox-paratranz-token');
	await rm(folder, { recursive: true });
});

it('keeps no bodies where it is told so', async () => {
	const forgetful = await startSandbox({ keepBodies: false });
	await paraTranzClient(forgetful).post('/mails', mail);
	expect(forgetful.requests).toMatchObject([{ operationId: 'createMail', files: [] }]);
	expect(forgetful.requests[0]?.body).toBeUndefined();
	expect(forgetful.deliveries).toHaveLength(1);
	await forgetful.stop();
});

it('refuses to start on a port that is taken', async () => {
	const port = Number(new URL(sandbox.url).port);
	await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE');
});

it('takes handlers only that fit the contract', async () => {
	const contract = await contractOf('paraTranz');
	const provider = create();
	const { createMail, ...others } = provider.handlers;
	expect(createMail).toBeDefined();
	expect(() => checkHandlers(contract, { ...provider, handlers: others })).toThrow(
		'paraTranz has operations without a handler: createMail',
	);
	const more = { ...provider.handlers, deleteMail: () => ({ status: 204 }) };
	expect(() => checkHandlers(contract, { ...provider, handlers: more })).toThrow(
		'paraTranz has handlers without an operation: deleteMail',
	);
});
