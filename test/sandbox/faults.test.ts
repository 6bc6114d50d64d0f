import type { AxiosInstance } from 'axios';

import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/types';
import { paraTranzClient } from './paraTranzClient';

let sandbox: Sandbox;
let client: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	client = paraTranzClient(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(async () => await sandbox.stop());

const send = async (content = 'x') => await client.post('/mails', { to: 20481, content });
const delivered = () => sandbox.deliveries.map(({ text }) => text);
const cut = expect.stringMatching(/ECONNRESET|EPIPE/) as string;

it('answers with a status, and carries nothing out', async () => {
	sandbox.misbehave({
		behaviour: { kind: 'status', status: 503, headers: { 'Retry-After': '2' }, body: { a: 1 } },
	});
	const { status, headers, data } = await send();
	expect(status).toBe(503);
	expect(headers).toMatchObject({ 'retry-after': '2', 'content-type': /json/ });
	expect(data).toEqual({ a: 1 });
	expect(delivered()).toEqual([]);
	expect(sandbox.requests).toMatchObject([{ status: 503 }]);
});

it('answers with a page of a gateway', async () => {
	sandbox.misbehave({ behaviour: { kind: 'html', status: 502 } });
	const { status, headers, data } = await send();
	expect(status).toBe(502);
	expect(headers['content-type']).toBe('text/html');
	expect(data).toMatch(/^<html>/);
	expect(delivered()).toEqual([]);
});

it.each(['status', 'html'] as const)('carries out, and answers with a %s', async (kind) => {
	sandbox.misbehave({ behaviour: { kind, status: 502, carriedOut: true } });
	expect((await send()).status).toBe(502);
	expect(delivered()).toEqual(['x']);
});

it('carries out, and cuts the answer in the middle', async () => {
	sandbox.misbehave({ behaviour: { kind: 'truncated' } });
	const { status, data } = await send();
	expect(status).toBe(200);
	expect(typeof data).toBe('string');
	expect(() => JSON.parse(data as string) as unknown).toThrow();
	expect(delivered()).toEqual(['x']);
});

it('cuts the connection before carrying out', async () => {
	sandbox.misbehave({ behaviour: { kind: 'cut', when: 'before' } });
	await expect(send()).rejects.toMatchObject({ code: cut });
	expect(delivered()).toEqual([]);
	expect(sandbox.requests).toMatchObject([{ operationId: 'createMail', status: 0 }]);
});

it('cuts the connection after carrying out', async () => {
	sandbox.misbehave({ behaviour: { kind: 'cut', when: 'after' } });
	await expect(send()).rejects.toMatchObject({ code: cut });
	expect(delivered()).toEqual(['x']);
	expect(sandbox.requests).toMatchObject([{ status: 0 }]);
});

it('answers late', async () => {
	sandbox.misbehave({ behaviour: { kind: 'late', milliseconds: 150 } });
	const start = performance.now();
	const { status } = await send();
	expect(performance.now() - start).toBeGreaterThan(140);
	expect(status).toBe(200);
	expect(delivered()).toEqual(['x']);
});

it('carries out even when the client does not wait for the late answer', async () => {
	sandbox.misbehave({ behaviour: { kind: 'late', milliseconds: 300 } });
	const answer = client.post('/mails', { to: 1, content: 'y' }, { timeout: 50 });
	await expect(answer).rejects.toMatchObject({ code: 'ECONNABORTED' });
	expect(delivered()).toEqual(['y']);
});

it('refuses in the words of a rate limit, and names the time', async () => {
	sandbox.misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 3000 } });
	const { status, headers, data } = await send();
	expect(status).toBe(429);
	expect(headers['retry-after']).toBe('3');
	expect(data).toHaveProperty('code');
	expect((await send()).status).toBe(200);
});

it('misbehaves as often as said, after as many as said', async () => {
	sandbox.misbehave({ after: 1, times: 2, behaviour: { kind: 'html', status: 500 } });
	const statuses: number[] = [];
	for (let count = 0; count < 5; count += 1) statuses.push((await send()).status);
	expect(statuses).toEqual([200, 500, 500, 200, 200]);
});

it('misbehaves where a rule matches, and tries rules in order', async () => {
	const behaviour = (status: number) => ({ kind: 'status', status }) as const;
	sandbox.misbehave({ provider: 'sakari', behaviour: behaviour(501) });
	sandbox.misbehave({ operationId: 'getMails', behaviour: behaviour(502) });
	sandbox.misbehave({
		when: ({ body }) => (body as { content?: string })?.content === 'bad',
		times: 1,
		behaviour: behaviour(503),
	});
	sandbox.misbehave({ operationId: 'createMail', behaviour: behaviour(504) });
	expect((await client.get('/mails')).status).toBe(502);
	expect((await send('bad')).status).toBe(503);
	expect((await send('bad')).status).toBe(504);
	expect((await send('good')).status).toBe(504);
	expect((await client.get('/mails/conversations/1')).status).toBe(200);
});

it('ends what waits when it stops', async () => {
	const other = await startSandbox();
	other.misbehave({ behaviour: { kind: 'late', milliseconds: 60_000 } });
	const waiting = paraTranzClient(other).get('/mails');
	const ended = expect(waiting).rejects.toMatchObject({ code: cut });
	while (other.requests.length === 0) await new Promise(setImmediate);
	await other.stop();
	await ended;
});
