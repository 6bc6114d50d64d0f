import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { firstChat } from '../../sandbox/providers/yandexMarket/chats';
import { TriggerHost, useSandbox } from '../support';
import type { TriggerSetUp } from '../support/trigger';

const sandbox = useSandbox();
const businessId = 924_574;

const hosts: TriggerHost[] = [];
afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

const host = async (parameters: INodeParameters = {}, more: Partial<TriggerSetUp> = {}) => {
	const trigger = await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'yandexMarket',
		parameters: { events: ['CHAT_MESSAGE_SENT'], senders: ['CUSTOMER'], simplify: false, ...parameters },
		...more,
	});
	hosts.push(trigger);
	return trigger;
};

const happen = async (event: Happening) => {
	sandbox().happen('yandexMarket', { ...event });
	await sandbox().callbacksDone();
};

/** An active trigger whose address the seller has entered. */
const connected = async (parameters: INodeParameters = {}, more: Partial<TriggerSetUp> = {}) => {
	const trigger = await host(parameters, more);
	await trigger.activate();
	await happen({ address: trigger.address() });
	return trigger;
};

const events = ({ started }: TriggerHost, side: 'production' | 'test' = 'production') =>
	started[side].flat().map(({ json }) => json);

const texts = (trigger: TriggerHost, side?: 'production' | 'test') =>
	events(trigger, side).map(({ message }) => (message as IDataObject).message);

const statuses = () => sandbox().callbacks.map(({ status }) => status);

const asked = () => sandbox().requests.map(({ operationId }) => operationId);

const call = async (url: string, body: unknown, options = {}) =>
	await axios.post<IDataObject>(url, body, { validateStatus: () => true, ...options });

/** A notification of the first message of a customer, which is there from the start. */
const told = (more: object = {}) => ({
	...{ notificationType: 'CHAT_MESSAGE_SENT', businessId, chatId: firstChat, messageId: '990012' },
	sentAt: new Date().toISOString(),
	...more,
});

/** The business asks to wait longer than a call can. */
const unreadable = (milliseconds = 60_000) =>
	sandbox().misbehave({ behaviour: { kind: 'limited', milliseconds } });

const answerForm = {
	version: expect.stringMatching(/^.{1,100}$/) as string,
	name: expect.stringMatching(/^.{1,100}$/) as string,
	time: expect.stringMatching(/^[\d-]{10}T[\d:.]+Z$/) as string,
};

describe('Yandex Market Trigger: its address', () => {
	it.each([false, true])('answers a PING in time and serves (path appended: %s)', async (appends) => {
		const trigger = await host();
		await trigger.activate();
		await happen({ address: trigger.address(), appends });
		await happen({ text: 'Здравствуйте!' });
		expect(statuses()).toEqual([200, 200]);
		expect(texts(trigger)).toEqual(['Здравствуйте!']);
	});

	it('answers a PING without asking Yandex Market anything', async () => {
		unreadable();
		const trigger = await connected();
		expect(statuses()).toEqual([200]);
		expect(asked()).toEqual([]);
		const { data } = await call(trigger.address(), { notificationType: 'PING', time: '2026-01-16T10:09:49.759084017Z' });
		expect(data).toEqual(answerForm);
		expect(events(trigger)).toEqual([]);
	});

	it('registers nothing and takes nothing away', async () => {
		const trigger = await host();
		expect(await trigger.activate()).toBe(false);
		await trigger.deactivate();
		expect(asked()).toEqual([]);
	});

	it.each(['webhook', 'yandex-market', '123'])('must not be one that can be guessed: %s', async (webhookId) => {
		const trigger = await host({}, { webhookId });
		await expect(trigger.activate()).rejects.toThrow('can be guessed');
		await expect(trigger.listen()).rejects.toThrow('can be guessed');
	});

	it('of a test stands beside that of the active workflow', async () => {
		const trigger = await connected();
		await trigger.listen();
		await call(trigger.address('test'), told());
		expect(events(trigger, 'test')).toHaveLength(1);
		await happen({ text: 'For the active workflow' });
		expect(texts(trigger)).toEqual(['For the active workflow']);
		await trigger.stopListening();
		expect((await call(trigger.address('test'), told())).status).toBe(404);
		await happen({ text: 'Still served' });
		expect(texts(trigger)).toEqual(['For the active workflow', 'Still served']);
	});

	it('takes what could not be delivered while the workflow was inactive, once', async () => {
		const trigger = await connected();
		await happen({ text: 'Before' });
		await trigger.deactivate();
		sandbox().callBackLike({ attempts: 1000, interval: 20 });
		sandbox().happen('yandexMarket', { text: 'Meanwhile' });
		await new Promise((resolve) => setTimeout(resolve, 100));
		await trigger.activate();
		await sandbox().callbacksDone();
		const { url, body } = sandbox().callbacks[1]!;
		await call(url, body);
		expect(texts(trigger)).toEqual(['Before', 'Meanwhile']);
	});
});

describe('Yandex Market Trigger: what starts the workflow', () => {
	it('is a customer, and nobody else unless chosen', async () => {
		const trigger = await connected();
		for (const sender of ['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT'] as const) {
			await happen({ text: sender, sender });
		}
		expect(texts(trigger)).toEqual(['CUSTOMER']);
		expect(new Set(statuses())).toEqual(new Set([200]));
		const all = await connected({ senders: ['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT'] });
		for (const sender of ['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT'] as const) {
			await happen({ text: sender, sender });
		}
		expect(texts(all)).toEqual(['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT']);
	});

	it('is not the answer that the workflow itself sends', async () => {
		const trigger = await connected();
		const { baseUrl, apiKey } = sandbox().credentials('yandexMarket');
		await axios.post(
			`${baseUrl}/v2/businesses/${businessId}/chats/message?chatId=${firstChat}`,
			{ message: 'We shall look into it' },
			{ headers: { 'Api-Key': apiKey } },
		);
		await sandbox().callbacksDone();
		expect(sandbox().callbacks.at(-1)!.body).toMatchObject({ notificationType: 'CHAT_MESSAGE_SENT' });
		expect(events(trigger)).toEqual([]);
	});

	it('comes with the message and its chat', async () => {
		const trigger = await connected();
		await happen({ text: 'Где мой заказ?' });
		expect(events(trigger)).toEqual([
			{
				notificationType: 'CHAT_MESSAGE_SENT',
				...{ businessId, chatId: firstChat, messageId: expect.stringMatching(/^\d+$/) as string },
				sentAt: expect.stringMatching(/Z$/) as string,
				message: expect.objectContaining({ sender: 'CUSTOMER', message: 'Где мой заказ?' }) as object,
				chat: expect.objectContaining({ chatId: firstChat, status: 'WAITING_FOR_PARTNER' }) as object,
			},
		]);
		expect(asked()).toEqual(['message.get', 'chat.get']);
	});

	it('costs no requests that are not needed', async () => {
		const everybody = ['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT'];
		const trigger = await connected({ include: [], senders: everybody });
		await happen({ text: 'Ids only' });
		expect(asked()).toEqual([]);
		expect(Object.keys(events(trigger)[0]!)).toEqual(['notificationType', 'businessId', 'chatId', 'messageId', 'sentAt']);
		trigger.parameters = { ...trigger.parameters, include: ['message'] };
		await happen({ text: 'The message' });
		expect(asked()).toEqual(['message.get']);
		trigger.parameters = { ...trigger.parameters, include: ['chat'], senders: ['CUSTOMER'] };
		await happen({ text: 'Not wanted', sender: 'MARKET' });
		expect(asked()).toEqual(['message.get', 'message.get']);
		expect(events(trigger)).toHaveLength(2);
	});

	it('can be every event of chats, and is none of orders', async () => {
		const trigger = await connected({
			events: ['CHAT_CREATED', 'CHAT_ARBITRAGE_STARTED', 'CHAT_ARBITRAGE_FINISHED'],
		});
		await happen({ chats: 1 });
		await happen({ dispute: 'STARTED' });
		await happen({ dispute: 'FINISHED' });
		await happen({ text: 'Not chosen' });
		const order = { notificationType: 'ORDER_CREATED', orderId: 1, campaignId: 2, items: [] };
		const { status, data } = await call(trigger.address(), order);
		expect([status, data]).toEqual([200, answerForm]);
		expect(events(trigger).map(({ notificationType, message }) => [notificationType, message])).toEqual([
			['CHAT_CREATED', undefined],
			['CHAT_ARBITRAGE_STARTED', undefined],
			['CHAT_ARBITRAGE_FINISHED', undefined],
		]);
		expect(events(trigger)[0]!.chat).toMatchObject({ context: { type: 'DIRECT' } });
	});
});

describe('Yandex Market Trigger: deliveries', () => {
	it('start the workflow once each, though repeated and re-ordered', async () => {
		const trigger = await connected();
		sandbox().callBackLike({ duplicates: 0.2, window: 20, atOnce: 8 });
		const sent = Array.from({ length: 600 }, (_, index) => `Message ${index}`);
		for (const [index, text] of sent.entries()) {
			sandbox().happen('yandexMarket', { text, chatId: firstChat + (index % 50) });
			if (index % 200 === 199) {
				await sandbox().callbacksDone();
				trigger.restart();
			}
		}
		expect(sandbox().callbacks.length).toBeGreaterThan(650);
		expect([...texts(trigger)].sort()).toEqual([...sent].sort());
	});

	it('of the same message at once start the workflow once', async () => {
		const trigger = await connected();
		sandbox().misbehave({ operationId: 'message.get', behaviour: { kind: 'late', milliseconds: 200 } });
		const answers = await Promise.all([1, 2, 3].map(async () => await call(trigger.address(), told())));
		expect(answers.map(({ status, data }) => [status, data])).toEqual(Array(3).fill([200, answerForm]));
		expect(events(trigger)).toHaveLength(1);
	});

	it('are not taken while Yandex Market cannot be asked, and are once it can', async () => {
		const trigger = await connected();
		sandbox().callBackLike({ attempts: 1000, interval: 100 });
		sandbox().misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 5000 } });
		await happen({ text: 'In the end' });
		expect(statuses()[1]).toBe(500);
		expect(statuses().at(-1)).toBe(200);
		expect(texts(trigger)).toEqual(['In the end']);
	});

	it.each(['message.get', 'chat.get'])('are asked about again after passing failures of %s', async (operationId) => {
		const trigger = await connected();
		sandbox().misbehave({ operationId, times: 1, behaviour: { kind: 'status', status: 503 } });
		sandbox().misbehave({ operationId, times: 1, behaviour: { kind: 'cut', when: 'after' } });
		await happen({ text: 'Here' });
		expect(statuses()).toEqual([200, 200]);
		expect(texts(trigger)).toEqual(['Here']);
	});

	it('tell the user what only the user can mend, and are kept', async () => {
		const trigger = await connected();
		const errors = [{ code: 'FORBIDDEN', message: 'Token does not have any of the scopes' }];
		const behaviour = { kind: 'status', status: 403, body: { status: 'ERROR', errors } } as const;
		sandbox().misbehave({ times: 1, behaviour });
		const { status, data } = await call(trigger.address(), told());
		// n8n shows what is thrown as a failed execution, and answers 500
		expect([status, data]).toEqual([500, expect.stringContaining('Token does not have')]);
		expect(events(trigger)).toEqual([]);
		expect((await call(trigger.address(), told())).status).toBe(200);
		expect(events(trigger)).toHaveLength(1);
	});

	it('that cannot be read for a day start the workflow with IDs and an error', async () => {
		const trigger = await connected();
		unreadable();
		const sentAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
		expect((await call(trigger.address(), told({ sentAt }))).status).toBe(200);
		expect(events(trigger)).toEqual([
			{ ...told({ sentAt }), error: expect.stringContaining('asks to slow down') as string },
		]);
		await call(trigger.address(), told({ sentAt }));
		expect(events(trigger)).toHaveLength(1);
	});

	it('of messages that do not exist are to be repeated for a day, then dropped', async () => {
		const trigger = await connected();
		const unknown = { messageId: '5', chatId: 7 };
		const early = await call(trigger.address(), told(unknown));
		expect([early.status, early.data]).toEqual([500, { error: { type: 'UNKNOWN', message: expect.any(String) as string } }]);
		const sentAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
		expect((await call(trigger.address(), told({ ...unknown, sentAt }))).status).toBe(400);
		expect(events(trigger)).toEqual([]);
	});
});

describe('Yandex Market Trigger: forged and malformed calls', () => {
	const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

	it('that do not know the address are not found', async () => {
		const trigger = await connected();
		const { pathname, origin } = new URL(trigger.address());
		const [, , id = '', ...rest] = pathname.split('/');
		const last = id.endsWith('0') ? '1' : '0';
		for (const guess of ['', id.slice(0, -1), `${id.slice(0, -1)}${last}`, `${id}0`, 'undefined']) {
			const { status } = await call(`${origin}/webhook/${[guess, ...rest].join('/')}`, told());
			expect([guess, status]).toEqual([guess, 404]);
		}
		for (const more of ['/other', '/notification/more', '/notifications']) {
			expect((await call(`${trigger.address()}${more}`, told())).status).toBe(404);
		}
		expect(events(trigger)).toEqual([]);
	});

	it('that are no notification get 400 and start nothing', async () => {
		const trigger = await connected();
		const bodies: unknown[] = [
			'',
			'text',
			'null',
			'[]',
			'{}',
			'{"notificationType":',
			'{"notificationType":["CHAT_MESSAGE_SENT"]}',
			'[{"notificationType":"CHAT_MESSAGE_SENT"}]',
			JSON.stringify(told({ chatId: '11870001' })),
			JSON.stringify(told({ chatId: -1 })),
			JSON.stringify(told({ chatId: 1.5 })),
			JSON.stringify(told({ businessId: null })),
			JSON.stringify(told({ messageId: 990_012 })),
			JSON.stringify(told({ messageId: '1/../2' })),
			JSON.stringify(told({ messageId: undefined })),
			JSON.stringify(told({ sentAt: 'yesterday' })),
			JSON.stringify(told({ sentAt: undefined })),
			`{"notificationType":"CHAT_MESSAGE_SENT","chatId":${deep(2000)}}`,
			JSON.stringify(told({ more: 'x'.repeat(17 * 1024 * 1024) })),
		];
		const headers = { 'content-type': 'application/json' };
		for (const body of bodies) {
			const { status } = await call(trigger.address(), body, { headers });
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
		}
		expect((await call(trigger.address(), '{}', { headers })).data).toEqual({
			error: { type: 'WRONG_EVENT_FORMAT', message: expect.any(String) as string },
		});
		expect(events(trigger)).toEqual([]);
		expect(asked()).toEqual([]);
		await happen({ text: 'Still there' });
		expect(texts(trigger)).toEqual(['Still there']);
	});

	it('bring in nothing of their own beside what a notification has', async () => {
		const trigger = await connected();
		const forged = { message: { message: 'Forged' }, chat: {}, error: 'x', deep: JSON.parse(deep(2000)) as object };
		// As text: axios copies what it writes by itself, level by level
		const headers = { 'content-type': 'application/json' };
		await call(trigger.address(), JSON.stringify(told(forged)), { headers });
		expect(events(trigger)).toHaveLength(1);
		expect(events(trigger)[0]!.message).toMatchObject({ sender: 'CUSTOMER', message: 'Сообщение 2' });
		expect(Object.keys(events(trigger)[0]!).sort()).toEqual(
			['businessId', 'chat', 'chatId', 'message', 'messageId', 'notificationType', 'sentAt'],
		);
	});

	it('name only businesses that the credential may see', async () => {
		const trigger = await connected();
		expect((await call(trigger.address(), told({ businessId: 5 }))).status).toBe(500);
		expect(events(trigger)).toEqual([]);
	});

	it('from elsewhere get 403 and nothing to read, where the source is checked', async () => {
		const options = { checkSource: true };
		const trigger = await host({ options }, { proxyHops: 1 });
		await trigger.activate();
		const from = async (address: string) =>
			await call(trigger.address(), told(), { headers: { 'X-Forwarded-For': address } });
		for (const address of ['5.45.206.1', '5.45.207.128', '141.8.142.200', '5.45.207.1, 8.8.8.8', '15.45.207.1', '']) {
			const { status, data } = await from(address);
			expect([address, status, data]).toEqual([address, 403, '']);
		}
		expect(asked()).toEqual([]);
		for (const address of ['5.45.207.1', '141.8.142.127', '8.8.8.8, 5.255.253.0', '::ffff:5.45.207.90']) {
			const { status } = await from(address);
			expect([address, status]).toEqual([address, 200]);
		}
		expect(events(trigger)).toHaveLength(1);
		const direct = await host({ options });
		await direct.activate();
		const headers = { 'X-Forwarded-For': '5.45.207.1', 'X-Real-IP': '5.45.207.1' };
		expect((await call(direct.address(), told(), { headers })).status).toBe(403);
	});
});
