import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { firstChat } from '../../sandbox/providers/yandexMarket/chats';
import type { Misbehaviour } from '../../sandbox/types';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();
const businessId = 924_574;

const host = async (parameters: INodeParameters = {}, budget?: number) =>
	await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'yandexMarket',
		node: 'yandexMarketPollingTrigger',
		parameters: { businessId: String(businessId), senders: ['CUSTOMER'], simplify: false, ...parameters },
		budget,
	});

const happen = (event: Happening) => sandbox().happen('yandexMarket', { ...event });

const texts = ({ started }: TriggerHost) =>
	started.production.flat().map(({ json }) => (json.message as IDataObject).message);

const asked = () => sandbox().requests.map(({ operationId }) => operationId);

/** Two refuse the request, the others only an attempt. */
const faults: Array<Misbehaviour | undefined> = [
	{ kind: 'status', status: 403 },
	undefined,
	{ kind: 'truncated' },
	{ kind: 'status', status: 404 },
	{ kind: 'html', status: 502 },
	{ kind: 'cut', when: 'before' },
	{ kind: 'limited', milliseconds: 200 },
];

let trigger: TriggerHost;
afterEach(async () => await trigger.stop());

describe('Yandex Market Polling Trigger', () => {
	it('starts from now, with one request', async () => {
		trigger = await host();
		happen({ text: 'old' });
		expect(await trigger.poll()).toBeUndefined();
		expect(asked()).toEqual(['chat.getMany']);
		happen({ text: 'Где мой заказ?' });
		const items = await trigger.poll();
		expect(items!.map(({ json }) => json)).toEqual([
			{
				...{ businessId, chatId: firstChat, messageId: expect.stringMatching(/^\d+$/) as string },
				message: expect.objectContaining({ sender: 'CUSTOMER', message: 'Где мой заказ?' }) as object,
				chat: expect.objectContaining({ chatId: firstChat, status: 'WAITING_FOR_PARTNER' }) as object,
			},
		]);
		expect(await trigger.poll()).toBeUndefined();
	});

	it('shows the newest message when it is run by hand, and remembers nothing of it', async () => {
		trigger = await host();
		happen({ text: 'newest', chatId: firstChat + 30 });
		happen({ text: 'automatic', sender: 'MARKET', chatId: firstChat + 2 });
		const items = await trigger.poll('manual');
		expect(items!.map(({ json }) => (json.message as IDataObject).message)).toEqual(['newest']);
		expect(trigger.stored).toBe('{}');
	});

	it('says so when it is run by hand and no message fits', async () => {
		trigger = await host({ senders: ['SUPPORT'] });
		await expect(trigger.poll('manual')).rejects.toThrow('No data with the current filters');
	});

	it('leaves out senders that are not chosen', async () => {
		trigger = await host();
		await trigger.poll();
		for (const sender of ['CUSTOMER', 'PARTNER', 'MARKET', 'SUPPORT'] as const) {
			happen({ text: sender, sender });
		}
		await trigger.poll();
		expect(texts(trigger)).toEqual(['CUSTOMER']);
		trigger.parameters = { ...trigger.parameters, senders: ['SUPPORT', 'MARKET'] };
		happen({ text: 'hidden', sender: 'PARTNER' });
		happen({ text: 'from support', sender: 'SUPPORT' });
		await trigger.poll();
		expect(texts(trigger)).toEqual(['CUSTOMER', 'from support']);
	});

	it('reads only chats that have changed, from the last known message on', async () => {
		trigger = await host();
		await trigger.poll();
		happen({ text: 'first' });
		await trigger.poll();
		const histories = () => sandbox().requests.filter(({ operationId }) => operationId === 'message.getMany');
		expect(histories().map(({ body }) => body)).toEqual(Array(3).fill({}));
		happen({ text: 'second' });
		await trigger.poll();
		expect(histories().slice(3).map(({ body }) => body)).toEqual([{ messageIdFrom: 990_270 }]);
		expect(texts(trigger)).toEqual(['first', 'second']);
		for (const { query } of histories()) expect(query.chatId).toBe(String(firstChat));
	});

	it('tells a business that the credential does not see', async () => {
		trigger = await host({ businessId: '5' });
		await expect(trigger.poll()).rejects.toThrow('Yandex Market refused the request: Access denied: 5');
	});

	it('tells Yandex Market’s words, and loses nothing by it', async () => {
		trigger = await host();
		await trigger.poll();
		happen({ text: 'later' });
		const errors = [{ code: 'FORBIDDEN', message: 'Access denied' }];
		const behaviour = { kind: 'status', status: 403, body: { status: 'ERROR', errors } } as const;
		sandbox().misbehave({ operationId: 'message.getMany', times: 1, behaviour });
		await expect(trigger.poll()).rejects.toThrow('Yandex Market refused the request: Access denied');
		await trigger.poll();
		expect(texts(trigger)).toEqual(['later']);
	});

	it('waits when it is asked to slow down, within its time', async () => {
		trigger = await host();
		await trigger.poll();
		happen({ text: 'slow' });
		sandbox().misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 1000 } });
		await trigger.poll();
		expect(texts(trigger)).toEqual(['slow']);
		trigger.budget = 100;
		sandbox().misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 5000 } });
		await expect(trigger.poll()).rejects.toThrow('asks to slow down. Try again after');
	});

	it('begins anew with another business', async () => {
		trigger = await host();
		await trigger.poll();
		const { stored } = trigger;
		trigger.stored = stored.replace(String(businessId), '7');
		trigger.restart();
		happen({ text: 'of the other business' });
		expect(await trigger.poll()).toBeUndefined();
	});

	it.each(['oldest', 'newest', 'leastRecent', 'mostRecent'] as const)(
		'gives hundreds of messages once each, through faults and restarts, where lists are %s first',
		async (order) => {
			trigger = await host({}, 60_000);
			happen({ order });
			happen({ chats: 150 });
			await trigger.poll();
			let sent = 0;
			const floor = Date.now();
			for (let round = 0; round < 10; round += 1) {
				const count = round % 7 === 3 ? 150 : 30;
				for (let index = 0; index < count; index += 1) {
					// Ten messages share a millisecond; every ninth shows up after newer ones
					const lateness = sent % 9 === 0 ? 20 : 0;
					const at = Math.max(floor + 1, Date.now() + Math.floor(index / 10) - lateness);
					happen({ text: `message ${sent}`, chatId: firstChat + ((sent * 37) % 150), at });
					sent += 1;
				}
				const fault = faults[round % faults.length];
				if (fault) sandbox().misbehave({ times: 1, after: round % 5, behaviour: fault });
				if (round % 6 === 0) trigger.restart();
				trigger.budget = round % 3 === 0 ? 1 : 60_000;
				await trigger.poll().catch(() => undefined);
			}
			trigger.budget = 60_000;
			for (let index = 0; index < 6; index += 1) await trigger.poll();
			const given = texts(trigger);
			expect(new Set(given).size).toBe(sent);
			expect(given).toHaveLength(sent);
			expect(sandbox().mostAtOnce('yandexMarket')).toBeLessThanOrEqual(4);
		},
		120_000,
	);
});
