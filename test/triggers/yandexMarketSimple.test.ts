import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { firstChat } from '../../sandbox/providers/yandexMarket/chats';
import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { runNode, TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const hosts: TriggerHost[] = [];
afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

const host = async (node: string, parameters: INodeParameters) => {
	const trigger = await TriggerHost.start({
		...{ sandbox: sandbox(), provider: 'yandexMarket', node },
		parameters: { senders: ['CUSTOMER'], ...parameters },
	});
	hosts.push(trigger);
	return trigger;
};

const happen = async (event: Happening) => {
	sandbox().happen('yandexMarket', { ...event });
	await sandbox().callbacksDone();
};

/** An active trigger whose address the seller has entered. */
const connected = async (parameters: INodeParameters = {}) => {
	const trigger = await host('yandexMarketTrigger', { events: ['CHAT_MESSAGE_SENT'], ...parameters });
	await trigger.activate();
	await happen({ address: trigger.address() });
	return trigger;
};

/** A polling trigger that has begun. */
const polling = async (parameters: INodeParameters = {}) => {
	const businessId = { __rl: true, mode: 'list', value: '924574' };
	const trigger = await host('yandexMarketPollingTrigger', { businessId, ...parameters });
	await trigger.poll();
	return trigger;
};

const events = ({ started }: TriggerHost) => started.production.flat().map(({ json }) => json);

const utc = expect.stringMatching(/^[\d-]{10}T[\d:.]+Z$/) as string;
const id = expect.stringMatching(/^\d+$/) as string;

const message = {
	...{ provider: 'yandexMarket', id, threadId: String(firstChat), direction: 'inbound' },
	...{ from: { id: expect.any(String) as string, name: 'Мария К.' }, to: [{ id: '924574' }] },
	...{ text: 'Где мой заказ?', createdAt: utc },
	...{ businessId: '924574', sender: 'CUSTOMER', orderId: '33004560000' },
};

describe('Yandex Market Trigger: Simplify', () => {
	it('gives messages in the common form and other events flat', async () => {
		const chosen = ['CHAT_MESSAGE_SENT', 'CHAT_CREATED', 'CHAT_ARBITRAGE_STARTED'];
		const trigger = await connected({ events: chosen });
		await happen({ text: 'Где мой заказ?' });
		await happen({ chats: 1 });
		await happen({ dispute: 'STARTED', chatId: firstChat + 1 });
		trigger.parameters = { ...trigger.parameters, include: ['chat'] };
		await happen({ text: 'Without the message', chatId: firstChat + 1 });
		trigger.parameters = { ...trigger.parameters, include: [] };
		await happen({ text: 'IDs only' });
		const about = { about: 'RETURN', orderId: id, returnId: '104001', customerName: 'Иван' };
		expect(events(trigger)).toEqual([
			message,
			{
				...{ event: 'CHAT_CREATED', businessId: '924574', chatId: id, createdAt: utc },
				...{ status: 'NEW', about: 'DIRECT', customerName: expect.any(String) as string },
			},
			{
				...{ event: 'CHAT_ARBITRAGE_STARTED', businessId: '924574', chatId: String(firstChat + 1) },
				...{ createdAt: utc, status: 'WAITING_FOR_CUSTOMER', ...about },
			},
			{
				...{ event: 'CHAT_MESSAGE_SENT', businessId: '924574', chatId: String(firstChat + 1) },
				...{ messageId: id, createdAt: utc, status: 'WAITING_FOR_PARTNER', ...about },
			},
			{
				...{ event: 'CHAT_MESSAGE_SENT', businessId: '924574', chatId: String(firstChat) },
				...{ messageId: id, createdAt: utc },
			},
		]);
		for (const event of events(trigger).slice(1)) {
			expect(Object.keys(event).length).toBeLessThanOrEqual(10);
		}
	});

	it('gives IDs and the error of what cannot be read', async () => {
		const trigger = await connected();
		sandbox().misbehave({ behaviour: { kind: 'limited', milliseconds: 60_000 } });
		const sentAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
		await axios.post(trigger.address(), {
			...{ notificationType: 'CHAT_MESSAGE_SENT', businessId: 924_574, chatId: firstChat },
			...{ messageId: '990012', sentAt },
		});
		expect(events(trigger)).toEqual([
			{
				...{ event: 'CHAT_MESSAGE_SENT', businessId: '924574', chatId: String(firstChat) },
				...{ messageId: '990012', createdAt: sentAt },
				error: expect.stringContaining('asks to slow down') as string,
			},
		]);
	});
});

describe('Yandex Market Polling Trigger: Simplify', () => {
	it('gives messages in the common form, also one by hand', async () => {
		const trigger = await polling();
		await happen({ text: 'Где мой заказ?' });
		const polled = await trigger.poll();
		const byHand = await trigger.poll('manual');
		for (const items of [polled, byHand]) expect(items!.map(({ json }) => json)).toEqual([message]);
	});
});

describe('Yandex Market: Message: Reply after a trigger', () => {
	const triggers = { connected, polling };

	it.each([
		['connected', true],
		['connected', false],
		['polling', true],
		['polling', false],
	] as const)('that is %s needs nothing but a text (Simplify: %s)', async (kind, simplify) => {
		const trigger = await triggers[kind]({ simplify });
		await happen({ text: 'Где мой заказ?', chatId: firstChat + 4 });
		if (kind === 'polling') await trigger.poll();
		const { error, requests } = await runNode({
			...{ sandbox: sandbox(), node: 'yandexMarket', items: events(trigger) },
			parameters: { resource: 'message', operation: 'reply', message: 'Скоро будет' },
		});
		expect(error).toBeUndefined();
		expect(requests.map(({ path, query }) => [path, query])).toEqual([
			['/v2/businesses/924574/chats/message', { chatId: String(firstChat + 4) }],
		]);
	});
});
