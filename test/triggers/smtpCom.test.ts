import axios from 'axios';

import { recipients, useSmtpCom, type Payload } from './smtpCom';

const { sandbox, host, callbackOf, happen } = useSmtpCom();

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => `p${index}@example.com`);

describe('SMTP.com Trigger: deliveries', () => {
	it('in batches of up to 1000 become an item for each event', async () => {
		const trigger = await host(['delivered']);
		await trigger.activate();
		await happen({ event: 'delivered', recipients: people(2500) });
		expect(trigger.started.production.map(({ length }) => length).sort()).toEqual([1000, 1000, 500]);
		expect(recipients(trigger).sort()).toEqual(people(2500).sort());
	});

	it('become one item with a list when it is wanted', async () => {
		const trigger = await host(['delivered'], { oneItem: true });
		await trigger.activate();
		await happen({ event: 'delivered', recipients: people(1500) });
		const items = trigger.started.production.flat();
		expect(items).toHaveLength(2);
		for (const { json } of items) {
			expect(Object.keys(json)).toEqual(['channel', 'event', 'payloads']);
			expect([json.channel, json.event]).toEqual(['marketing', 'delivered']);
		}
		const lists = items.flatMap(({ json }) => json.payloads as unknown as Payload[]);
		expect(lists.map((payload) => payload.rcpt_to).sort()).toEqual(people(1500).sort());
		const [call] = sandbox().callbacks;
		expect((await axios.post(call!.url, call!.body)).status).toBe(200);
		expect(trigger.started.production).toHaveLength(2);
	});

	it('start the workflow once for each event, though repeated, re-ordered and over restarts', async () => {
		const trigger = await host(['delivered', 'failed']);
		await trigger.activate();
		sandbox().callBackLike({ duplicates: 0.3, window: 20, atOnce: 8 });
		const all = people(10_000);
		for (let first = 0; first < all.length; first += 50) {
			const event = first % 100 ? 'delivered' : 'failed';
			sandbox().happen('smtpCom', { channel: 'marketing', event, recipients: all.slice(first, first + 50) });
			if (first % 2500 === 2450) {
				await sandbox().callbacksDone();
				trigger.restart();
			}
		}
		expect(sandbox().callbacks.length).toBeGreaterThan(220);
		expect(recipients(trigger).sort()).toEqual([...all].sort());
	});

	it('that come again after a restart start nothing, also those of the batch before', async () => {
		const trigger = await host(['delivered']);
		await trigger.activate();
		await happen({ event: 'delivered', recipients: people(2000) });
		trigger.restart();
		for (const { url, body } of [...sandbox().callbacks]) {
			expect((await axios.post(url, body)).status).toBe(200);
		}
		expect(trigger.started.production).toHaveLength(2);
	});

	it('that are known in part start the workflow with the rest', async () => {
		const trigger = await host();
		await trigger.activate();
		await happen({ event: 'failed', recipients: people(3) });
		const { url, body } = sandbox().callbacks[0]!;
		const [known] = body as Payload[];
		const fresh = { ...known, id: 'other', rcpt_to: 'bob@example.com' };
		await axios.post(url, [known, fresh, fresh]);
		expect(recipients(trigger)).toEqual([...people(3), 'bob@example.com']);
	});

	it('of one bounce for two events are told apart', async () => {
		const trigger = await host(['failed', 'hard_bounced']);
		await trigger.activate();
		const payloads = [{ id: 'bounce1', event_label: 'bounce', rcpt_to: 'ada@example.com' }];
		for (const event of ['failed', 'hard_bounced']) await happen({ event, payloads });
		expect(trigger.started.production.flat().map(({ json }) => json.event)).toEqual(['failed', 'hard_bounced']);
	});

	it('in the earlier forms are taken: one event, or a form with JSON in it; repeats are dropped', async () => {
		const trigger = await host(['complained']);
		await trigger.activate();
		const { address } = (await callbackOf('complained'));
		const one = { feedback_type: 'spam', rcpt_to: 'ada@example.com', tracking_id: 't1' };
		const other = { ...one, rcpt_to: 'bob@example.com' };
		await axios.post(address, one);
		await axios.post(address, { data: JSON.stringify([one, other]) });
		await axios.post(address, { data: JSON.stringify(other) });
		expect(recipients(trigger)).toEqual(['ada@example.com', 'bob@example.com']);
	});

	it('of events that are not chosen any more are answered, and start nothing', async () => {
		const trigger = await host(['failed']);
		await trigger.activate();
		const { address } = (await callbackOf('failed'));
		const url = address.replace('event=failed', 'event=opened');
		expect((await axios.post(url, [{ id: '1' }])).status).toBe(200);
		expect(trigger.started.production).toEqual([]);
	});

	it('are repeated by SMTP.com until they are answered', async () => {
		const trigger = await host();
		await trigger.activate();
		let calls = 0;
		sandbox().callBackLike({
			alter: (callback) =>
				calls++ === 0 ? { ...callback, url: callback.url.replace(/secret=./, 'secret=x') } : callback,
			attempts: 3,
			interval: 1,
		});
		await happen({ event: 'failed', recipients: ['ada@example.com'] });
		await happen({ event: 'failed', recipients: ['bob@example.com'] });
		expect(sandbox().callbacks.map(({ status }) => status)).toEqual([401, 401, 401, 200]);
		expect(recipients(trigger)).toEqual(['bob@example.com']);
	});
});

describe('SMTP.com Trigger: Simplify', () => {
	const simplified = async (events: string[], options = {}) => {
		const trigger = await host(events, options);
		trigger.parameters = { ...trigger.parameters, channel: { __rl: true, mode: 'list', value: 'marketing' } };
		delete trigger.parameters.simplify;
		await trigger.activate();
		return trigger;
	};

	const createdAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
	const bounce = (to: string) => ({
		channel: 'marketing',
		event: 'failed',
		messageId: expect.any(String) as string,
		direction: 'outbound',
		from: 'sender@acme.example',
		to,
		subject: 'Subject',
		reason: '550 5.1.1 User unknown',
		createdAt,
	});

	it('gives few fields of an event, unless it is switched off', async () => {
		const trigger = await simplified(['failed']);
		await happen({ event: 'failed', recipients: people(2) });
		expect(trigger.started.production.flat().map(({ json }) => json)).toEqual(people(2).map(bounce));
	});

	it('gives a list of them where a call is one item', async () => {
		const trigger = await simplified(['failed'], { oneItem: true });
		await happen({ event: 'failed', recipients: people(2) });
		expect(trigger.started.production.flat().map(({ json }) => json)).toEqual([
			{ channel: 'marketing', event: 'failed', events: people(2).map(bounce) },
		]);
	});

	it('keeps custom arguments and whatever else is told', async () => {
		const trigger = await simplified(['clicked']);
		const payload = { tracking_id: 't', rcpt_to: 'ada@example.com', event_label: 'click', orderNumber: '1042', user_agent: 'Browser' };
		await happen({ event: 'clicked', payloads: [payload] });
		expect(trigger.started.production.flat().map(({ json }) => json)).toEqual([
			{
				channel: 'marketing',
				event: 'clicked',
				messageId: 't',
				direction: 'outbound',
				to: 'ada@example.com',
				details: { orderNumber: '1042', user_agent: 'Browser' },
			},
		]);
	});
});

describe('SMTP.com Trigger: forged and malformed calls', () => {
	const event = [{ id: 'forged', rcpt_to: 'eve@example.com' }];
	const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

	const call = async (url: string, body: unknown = event, options = {}) =>
		await axios.post<string>(url, body, { validateStatus: () => true, ...options });

	it('get 401 and nothing to read, whatever they guess', async () => {
		const trigger = await host();
		await trigger.activate();
		const { address } = (await callbackOf('failed'));
		const secret = new URL(address).searchParams.get('secret')!;
		const last = secret.endsWith('0') ? '1' : '0';
		const guesses = ['', secret.slice(0, -1), `${secret.slice(0, -1)}${last}`, `${secret}0`, 'undefined', 'null'];
		for (const guess of guesses) {
			const { status, data } = await call(`${trigger.address()}?secret=${guess}&event=failed`);
			expect([guess, status, data]).toEqual([guess, 401, '']);
		}
		for (const query of ['', '?event=failed', `?secret=${secret}&secret=${secret}&event=failed`]) {
			expect((await call(`${trigger.address()}${query}`)).status).toBe(401);
		}
		expect((await call(trigger.address(), [{ ...event[0], secret }])).status).toBe(401);
		expect(trigger.started.production).toEqual([]);
	});

	it('start nothing where the secret is right and the rest is wrong', async () => {
		const trigger = await host();
		await trigger.activate();
		const { address } = (await callbackOf('failed'));
		for (const other of ['', 'event=', 'event=Failed', 'event=failed&event=failed', 'event=__proto__']) {
			expect((await call(address.replace('event=failed', other))).status).toBe(400);
		}
		const json = { headers: { 'content-type': 'application/json' } };
		const bodies: unknown[] = [
			'',
			'text',
			'null',
			'[]',
			'{}',
			'[{}]',
			'[1]',
			'[null]',
			'[[]]',
			'[{"id":"1"},5]',
			'{"data":"[]"}',
			'{"data":"5"}',
			'{"data":"text"}',
			'{"data":"{}"}',
			'{"":""}',
			'{"__proto__":{"id":"1"},"constructor":{"prototype":{"id":"1"}}}',
			'{"id":',
			`[{"id":"deep","more":${deep(2000)}}]`,
			JSON.stringify([{ id: 'x'.repeat(17 * 1024 * 1024) }]),
		];
		for (const body of bodies) {
			const { status } = await call(address, body, json);
			expect([String(body).slice(0, 40), status >= 400 && status < 500]).toEqual([String(body).slice(0, 40), true]);
		}
		expect(trigger.started.production).toEqual([]);
		await happen({ event: 'failed' });
		expect(recipients(trigger)).toEqual(['ada@example.com']);
	});

	it('get 401 with the secret of the test, or of an earlier registration', async () => {
		const trigger = await host();
		await trigger.listen();
		const ofTest = new URL((await callbackOf('failed')).address).search;
		await trigger.stopListening();
		await trigger.activate();
		expect((await call(`${trigger.address()}${ofTest}`)).status).toBe(401);
		const earlier = (await callbackOf('failed')).address;
		await trigger.deactivate();
		await trigger.activate();
		expect((await call(earlier)).status).toBe(401);
		expect(trigger.started.production).toEqual([]);
	});
});
