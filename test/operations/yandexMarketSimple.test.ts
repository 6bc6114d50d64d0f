import type { IDataObject } from 'n8n-workflow';

import { simpleChat, simpleEvent, simpleMessage } from '../../nodes/YandexMarket/simple';
import { firstChat as firstNumber } from '../../sandbox/providers/yandexMarket/chats';
import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { runNode, useSandbox } from '../support';
import { businessId, firstChat, nodeOf } from './yandexMarket';

const sandbox = useSandbox();
const run = nodeOf(sandbox);

const happen = (event: Happening) => sandbox().happen('yandexMarket', { ...event });
const simplify = true;
const utc = expect.stringMatching(/^[\d-]{10}T[\d:.]+Z$/) as string;

describe('yandexMarket: Simplify of messages', () => {
	const customer = { id: 'a1b2c3d4e5', name: 'Мария К.' };
	const seller = { id: businessId };

	it.each([
		['CUSTOMER', 'inbound', customer, seller],
		['PARTNER', 'outbound', seller, customer],
		['MARKET', 'inbound', { name: 'Yandex Market' }, seller],
		['SUPPORT', 'inbound', { name: 'Yandex Market Support' }, seller],
	] as const)('tells that one of %s is %s', async (sender, direction, from, to) => {
		const url = 'https://files.example/1';
		happen({ text: 'Фото', files: [{ name: 'a.jpg', url, size: 5 }], sender });
		const { items } = await run('message', 'getMany', { chatId: firstChat, returnAll: true, simplify });
		expect(items.at(-1)!.json).toEqual({
			...{ provider: 'yandexMarket', threadId: firstChat },
			...{ direction, from: { ...from, ...('id' in from && { id: expect.any(String) as string }) } },
			...{ to: [{ ...to, id: expect.any(String) as string }], text: 'Фото' },
			...{ attachments: [{ name: 'a.jpg', url, size: 5 }], createdAt: utc },
			...{ businessId, sender, orderId: '33004560000' },
			id: expect.stringMatching(/^\d+$/) as string,
		});
	});

	it('leaves out what a single message does not tell', async () => {
		happen({ text: 'Текст', chatId: firstNumber + 2 });
		const { items: all } = await run('message', 'getMany', { chatId: '11870003', returnAll: true });
		const messageId = String(all.at(-1)!.json.messageId);
		const { items } = await run('message', 'get', { chatId: '11870003', messageId, simplify });
		expect(items[0]!.json).toEqual({
			...{ provider: 'yandexMarket', id: messageId, threadId: '11870003', direction: 'inbound' },
			...{ to: [seller], text: 'Текст', createdAt: utc, businessId, sender: 'CUSTOMER' },
		});
	});

	it('off gives the records as they are', async () => {
		const { items } = await run('message', 'getMany', { chatId: firstChat, returnAll: false, limit: 1 });
		expect(items[0]!.json).toEqual({
			...{ messageId: 990_011, createdAt: '2026-05-24T10:00:00.000+03:00' },
			...{ sender: 'MARKET', message: 'Сообщение 1' },
		});
	});
});

describe('yandexMarket: Simplify of chats', () => {
	it('gives at most ten fields without levels, with the order or return', async () => {
		const { items } = await run('chat', 'getMany', { returnAll: false, limit: 3, simplify });
		const chats = items.map(({ json }) => json);
		for (const chat of chats) {
			expect(Object.keys(chat).length).toBeLessThanOrEqual(10);
			for (const value of Object.values(chat)) expect(typeof value).toBe('string');
		}
		expect(chats.map(({ about, orderId, returnId }) => [about, orderId, returnId])).toEqual([
			['ORDER', '33004560000', undefined],
			['RETURN', expect.stringMatching(/^\d+$/), '104001'],
			['DIRECT', undefined, undefined],
		]);
	});
});

it.each([
	{},
	{ context: null, payload: null, message: null, chat: null },
	{ message: {}, chat: { context: { customer: null } }, createdAt: 'soon' },
])('yandexMarket: Simplify takes whatever comes: %j', (record: IDataObject) => {
	for (const simple of [simpleChat, simpleMessage, simpleEvent]) {
		expect(() => simple(record, {})).not.toThrow();
	}
});

describe('yandexMarket message.reply', () => {
	const answer = async (item: IDataObject) => {
		const parameters = { resource: 'message', operation: 'reply', message: 'Скоро будет' };
		const { error, requests } = await runNode({
			...{ sandbox: sandbox(), node: 'yandexMarket', parameters, items: [item] },
		});
		expect(error).toBeUndefined();
		return requests.map(({ path, query }) => [path, query.chatId]);
	};

	it('answers in chats and to messages that are listed', async () => {
		const lists = [
			await run('chat', 'getMany', { returnAll: false, limit: 1, simplify }),
			await run('message', 'getMany', { chatId: firstChat, returnAll: false, limit: 1, simplify }),
			await run('message', 'get', { chatId: firstChat, messageId: '990012', simplify }),
		];
		for (const { items } of lists) {
			expect(await answer(items[0]!.json)).toEqual([[`/v2/businesses/${businessId}/chats/message`, firstChat]]);
		}
	});

	it('says what is missing when an item is no message', async () => {
		const parameters = { message: 'Text', businessId };
		const { error, requests } = await run('message', 'reply', parameters, { items: [{ id: '5' }] });
		expect(error?.message).toBe("'Chat' must not be empty");
		expect(requests).toEqual([]);
	});
});
