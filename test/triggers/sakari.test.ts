import axios from 'axios';

import type { RecordedRequest } from '../../sandbox/types';
import { events as offered } from '../../nodes/Sakari/events';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const hosts: TriggerHost[] = [];
afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

const host = async (events: string[] = ['message-received']) => {
	const trigger = await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'sakari',
		parameters: { events },
	});
	hosts.push(trigger);
	return trigger;
};

interface Webhook {
	destination: string;
	eventTypes: string[];
}

/** Asks Sakari, as somebody else with the same account does. */
async function ask<Data>(method: string, path: string, data?: object): Promise<Data> {
	const { baseUrl, accountId, clientId, clientSecret } = sandbox().credentials('sakari');
	const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
	const token = await axios.post<{ access_token: string }>(`${baseUrl}/oauth2/token`, grant);
	const response = await axios.request<{ data: Data }>({
		method,
		url: `${baseUrl}/v1/accounts/${accountId}/webhooks${path}`,
		headers: { Authorization: `Bearer ${token.data.access_token}` },
		data,
	});
	return response.data.data;
}

const webhooks = async () => await ask<Webhook[]>('GET', '');
const subscribe = async (url: string, eventTypes: string[]) =>
	await ask('POST', '', { url, eventTypes });
const unsubscribe = async (url: string) => await ask('DELETE', `/${encodeURIComponent(url)}`);

const receive = async (text: string) => {
	sandbox().happen('sakari', { eventType: 'message-received', text });
	await sandbox().callbacksDone();
};

const texts = ({ started }: TriggerHost, side: 'production' | 'test' = 'production') =>
	started[side].flat().map(({ json }) => json.text);

const methods = (requests: RecordedRequest[]) => requests.map(({ method }) => method);

describe('Sakari Trigger: its registration', () => {
	it('is made when the workflow is activated, serves, and is taken away again', async () => {
		const trigger = await host();
		expect(await webhooks()).toEqual([]);
		expect(await trigger.activate()).toBe(true);
		const [webhook, ...others] = await webhooks();
		expect(others).toEqual([]);
		expect(webhook!.eventTypes).toEqual(['message-received']);
		const { origin, pathname, searchParams } = new URL(webhook!.destination);
		expect(`${origin}${pathname}`).toBe(trigger.address());
		expect(searchParams.get('secret')).toMatch(/^[\da-f]{64}$/);
		await receive('Hello');
		expect(texts(trigger)).toEqual(['Hello']);
		await trigger.deactivate();
		expect(await webhooks()).toEqual([]);
		expect(trigger.stored).toBe('{"node:Trigger":{}}');
	});

	it('can be for every event', async () => {
		const all = offered.map(({ value }) => String(value));
		const trigger = await host(all);
		await trigger.activate();
		for (const eventType of all) sandbox().happen('sakari', { eventType });
		await sandbox().callbacksDone();
		const seen = trigger.started.production.flat().map(({ json }) => json.event);
		expect([...seen].sort()).toEqual([...all].sort());
	});

	it('is found again after a restart, by its address', async () => {
		const trigger = await host();
		await trigger.activate();
		const before = await webhooks();
		trigger.restart();
		expect(await trigger.activate()).toBe(false);
		trigger.stored = '{}';
		expect(await trigger.activate()).toBe(false);
		expect(await webhooks()).toEqual(before);
		await receive('Hello');
		expect(texts(trigger)).toEqual(['Hello']);
	});

	it('is restored when somebody has removed it', async () => {
		const trigger = await host();
		await trigger.activate();
		const [webhook] = await webhooks();
		await unsubscribe(webhook!.destination);
		expect(await trigger.activate()).toBe(true);
		await receive('Hello');
		expect(texts(trigger)).toEqual(['Hello']);
	});

	it('is made anew for other events, without leftovers of its own, leaving those of others', async () => {
		const trigger = await host();
		const foreign = ['https://elsewhere.example/hook', trigger.address().replace(/[\da-f]{8}-/, '00000000-')];
		for (const url of foreign) await subscribe(url, ['message-received']);
		for (const secret of ['a', 'b']) await subscribe(`${trigger.address()}?secret=${secret}`, ['message-sent']);
		await trigger.activate();
		trigger.parameters = { events: ['message-received', 'contact-opt-out'] };
		await trigger.activate();
		const all = await webhooks();
		expect(all).toHaveLength(3);
		expect(all.map(({ destination }) => destination)).toEqual(expect.arrayContaining(foreign));
		const own = all.find(({ destination }) => destination.startsWith(trigger.address()))!;
		expect(own.eventTypes.sort()).toEqual(['contact-opt-out', 'message-received']);
		await trigger.deactivate();
		expect((await webhooks()).map(({ destination }) => destination).sort()).toEqual(foreign.sort());
	});

	it('is found on a later page of the list', async () => {
		const trigger = await host();
		for (let index = 0; index < 24; index += 1) {
			await subscribe(`https://elsewhere.example/${index}`, ['message-sent']);
		}
		await trigger.activate();
		expect(await trigger.activate()).toBe(false);
		await trigger.deactivate();
		expect(sandbox().requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
	});

	it('of a test stands beside that of the active workflow', async () => {
		const trigger = await host();
		await trigger.activate();
		await trigger.listen();
		expect(await webhooks()).toHaveLength(2);
		await receive('Both');
		expect([texts(trigger), texts(trigger, 'test')]).toEqual([['Both'], ['Both']]);
		await trigger.stopListening();
		expect(await webhooks()).toHaveLength(1);
		await receive('Only one');
		expect(texts(trigger)).toEqual(['Both', 'Only one']);
		await trigger.listen();
		await trigger.deactivate();
		expect((await webhooks()).map(({ destination }) => destination.split('?')[0])).toEqual([
			trigger.address('test'),
		]);
		await trigger.stopListening();
		expect(await webhooks()).toEqual([]);
	});

	it('is not taken away twice', async () => {
		const trigger = await host();
		await trigger.activate();
		const [webhook] = await webhooks();
		sandbox().misbehave({
			operationId: 'webhook.unsubscribe',
			times: 1,
			behaviour: { kind: 'cut', when: 'after' },
		});
		await trigger.deactivate();
		await expect(unsubscribe(webhook!.destination)).rejects.toThrow('404');
	});

	it('survives a token that expires meanwhile', async () => {
		const trigger = await host();
		await trigger.activate();
		sandbox().expireTokens('sakari');
		expect(await trigger.activate()).toBe(false);
		sandbox().expireTokens('sakari');
		await trigger.deactivate();
		expect(await webhooks()).toEqual([]);
	});

	it('tells why it cannot be made, without its secret', async () => {
		const trigger = await host();
		let echoed = '';
		const error = { code: 'REQ-001', message: '' };
		sandbox().misbehave({
			operationId: 'webhook.subscribe',
			when(request) {
				echoed = (request.body as { url: string }).url;
				error.message = `Cannot reach ${echoed}`;
				return true;
			},
			behaviour: { kind: 'status', status: 400, body: { success: false, error } },
		});
		const told = await trigger.activate().then(() => undefined, (reason: Error) => reason);
		expect(told!.message).toContain('Sakari refused the request: Cannot reach http');
		expect(told!.message).not.toContain(new URL(echoed).searchParams.get('secret'));
		expect(await webhooks()).toEqual([]);
	});

	it('is found when the answer to its making got lost', async () => {
		const trigger = await host();
		const behaviour = { kind: 'cut', when: 'after' } as const;
		sandbox().misbehave({ operationId: 'webhook.subscribe', times: 1, behaviour });
		await expect(trigger.activate()).rejects.toThrow('did not confirm the request');
		expect(await trigger.activate()).toBe(false);
		await receive('Hello');
		expect(texts(trigger)).toEqual(['Hello']);
	});

	it('costs one request when it is there already', async () => {
		const trigger = await host();
		await trigger.activate();
		const before = sandbox().requests.length;
		await trigger.activate();
		expect(methods(sandbox().requests.slice(before))).toEqual(['GET']);
	});
});

describe('Sakari Trigger: deliveries', () => {
	it('start the workflow once each, though repeated and re-ordered', async () => {
		const trigger = await host();
		await trigger.activate();
		sandbox().callBackLike({ duplicates: 0.2, window: 20, atOnce: 8 });
		const sent = Array.from({ length: 1000 }, (_, index) => `Message ${index}`);
		for (const [index, text] of sent.entries()) {
			sandbox().happen('sakari', { eventType: 'message-received', text });
			if (index % 250 === 249) {
				await sandbox().callbacksDone();
				trigger.restart();
			}
		}
		expect(sandbox().callbacks.length).toBeGreaterThan(1100);
		expect([...texts(trigger)].sort()).toEqual([...sent].sort());
	});

	it('that come again after a restart start nothing', async () => {
		const trigger = await host();
		await trigger.activate();
		await receive('Once');
		trigger.restart();
		const { url, body } = sandbox().callbacks[0]!;
		expect((await axios.post(url, body)).status).toBe(200);
		expect(texts(trigger)).toEqual(['Once']);
	});

	it('that come while n8n starts are known after the next restart', async () => {
		const trigger = await host();
		await trigger.activate();
		trigger.restart();
		const behaviour = { kind: 'late', milliseconds: 100 } as const;
		sandbox().misbehave({ operationId: 'webhook.getMany', times: 1, behaviour });
		const starting = trigger.activate();
		await receive('Once');
		expect(await starting).toBe(false);
		trigger.restart();
		const { url, body } = sandbox().callbacks[0]!;
		await axios.post(url, body);
		expect(texts(trigger)).toEqual(['Once']);
	});

	it('are taken, although a call that was under way has stored an earlier secret', async () => {
		const trigger = await host();
		await trigger.activate();
		const before = trigger.stored;
		await trigger.deactivate();
		await trigger.activate();
		trigger.stored = before;
		await receive('Hello');
		expect(texts(trigger)).toEqual(['Hello']);
		await trigger.listen();
		await trigger.stopListening();
		trigger.stored = before;
		await receive('After a test');
		expect(texts(trigger)).toEqual(['Hello', 'After a test']);
		trigger.restart();
		await trigger.activate();
		await receive('Again');
		expect(texts(trigger)).toEqual(['Hello', 'After a test', 'Again']);
	});

	it('of the same message with another status are told apart', async () => {
		const trigger = await host(['message-status']);
		await trigger.activate();
		for (const status of ['sent', 'delivered', 'sent']) {
			sandbox().happen('sakari', { eventType: 'message-status', payload: { id: 'm1', status } });
		}
		await sandbox().callbacksDone();
		expect(trigger.started.production).toHaveLength(2);
	});

	it('of events that are not chosen are answered, and start nothing', async () => {
		const trigger = await host();
		await trigger.activate();
		const [webhook] = await webhooks();
		const body = { accountId: 'a', eventType: 'message-sent', payload: { id: 'm1' } };
		expect((await axios.post(webhook!.destination, body)).status).toBe(200);
		expect(trigger.started.production).toEqual([]);
	});

	it('are repeated by Sakari until they are answered', async () => {
		const trigger = await host();
		await trigger.activate();
		let calls = 0;
		sandbox().callBackLike({
			alter: (callback) => (calls++ === 0 ? { ...callback, url: `${trigger.address()}?secret=${'0'.repeat(64)}` } : callback),
			attempts: 3,
			interval: 1,
		});
		await receive('With a changed secret');
		await receive('With the right one');
		expect(sandbox().callbacks.map(({ status }) => status)).toEqual([401, 401, 401, 200]);
		expect(texts(trigger)).toEqual(['With the right one']);
	});
});

describe('Sakari Trigger: forged and malformed calls', () => {
	const event = { accountId: 'a', eventType: 'message-received', payload: { id: 'forged' } };
	const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

	const call = async (url: string, body: unknown = event, options = {}) =>
		await axios.post<string>(url, body, { validateStatus: () => true, ...options });

	it('get 401 and nothing to read, whatever they guess', async () => {
		const trigger = await host();
		await trigger.activate();
		const genuine = (await webhooks())[0]!.destination;
		const secret = new URL(genuine).searchParams.get('secret')!;
		const last = secret.endsWith('0') ? '1' : '0';
		const guesses = [
			'',
			'?secret=',
			`?secret=${secret.slice(0, -1)}`,
			`?secret=${secret.slice(0, -1)}${last}`,
			`?secret=${secret}0`,
			`?secret=${secret.toUpperCase()}x`,
			`?secret=${secret}&secret=${secret}`,
			`?secret[]=${secret}`,
			`?Secret=${secret}`,
			'?secret=undefined',
			'?secret=null',
			'?secret=%00',
		];
		for (const guess of guesses) {
			const { status, data } = await call(`${trigger.address()}${guess}`);
			expect([guess, status, data]).toEqual([guess, 401, '']);
		}
		const headers = { 'X-Forwarded-For': '127.0.0.1', Authorization: `Bearer ${secret}`, secret };
		expect((await call(trigger.address(), { ...event, secret }, { headers })).status).toBe(401);
		expect(trigger.started.production).toEqual([]);
	});

	it('start nothing where the secret is right and the rest is wrong', async () => {
		const trigger = await host();
		await trigger.activate();
		const genuine = (await webhooks())[0]!.destination;
		const json = { headers: { 'content-type': 'application/json' } };
		const bodies: unknown[] = [
			'',
			'text',
			'null',
			'[]',
			'{}',
			'{"eventType":',
			'{"eventType":["message-received"],"payload":{}}',
			'{"eventType":"message-received"}',
			'{"eventType":"message-received","payload":"x"}',
			'{"eventType":"message-received","payload":[]}',
			`{"eventType":"message-received","payload":${deep(2000)}}`,
			JSON.stringify({ ...event, payload: { id: 'x'.repeat(17 * 1024 * 1024) } }),
		];
		for (const body of bodies) {
			const { status } = await call(genuine, body, json);
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
		}
		for (const method of ['get', 'put', 'delete', 'head'] as const) {
			const { status } = await axios.request({ method, url: genuine, validateStatus: () => true });
			expect(status).toBe(404);
		}
		expect(trigger.started.production).toEqual([]);
		await receive('Still there');
		expect(texts(trigger)).toEqual(['Still there']);
	});

	it('get 401 with the secret of the test, or of an earlier registration', async () => {
		const trigger = await host();
		await trigger.listen();
		const ofTest = new URL((await webhooks())[0]!.destination).search;
		await trigger.activate();
		expect((await call(`${trigger.address()}${ofTest}`)).status).toBe(401);
		const earlier = (await webhooks()).find(({ destination }) => destination.startsWith(trigger.address()))!;
		await trigger.deactivate();
		await trigger.activate();
		expect((await call(earlier.destination)).status).toBe(401);
		expect(trigger.started.production).toEqual([]);
	});
});
