import type { INodeListSearchItems } from 'n8n-workflow';

import { firstChat as firstNumber } from '../../sandbox/providers/yandexMarket/chats';
import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { openList, searchList, useSandbox } from '../support';
import { businessId, firstChat, nodeOf } from './yandexMarket';

const sandbox = useSandbox();
const run = nodeOf(sandbox);

const chosen = { businessId: { __rl: true, mode: 'list', value: businessId } };
const inChat = { ...chosen, chatId: { __rl: true, mode: 'list', value: firstChat } };

const happen = (event: Happening) => sandbox().happen('yandexMarket', { ...event });

const open = async (list: string, options?: Parameters<typeof openList>[3]) =>
	await openList(sandbox(), 'yandexMarket', list, options);

const valuesOf = (results: INodeListSearchItems[]) => results.map(({ value }) => value);

/** All entries, as one gets them by scrolling to the end. */
async function scroll(list: string, options?: Parameters<typeof openList>[3]) {
	const seen: unknown[] = [];
	let token: string | undefined;
	do {
		const { results, paginationToken } = await open(list, { ...options, token });
		expect(results.length > 0 || paginationToken === undefined).toBe(true);
		seen.push(...valuesOf(results));
		token = paginationToken;
	} while (token !== undefined);
	return seen;
}

describe('The businesses to choose from', () => {
	it.each(['yandexMarket', 'yandexMarketPollingTrigger'])('are those of the shops that the log-in sees (%s)', async (node) => {
		const { results, paginationToken } = await open('businesses', { node });
		expect(results).toEqual([{ name: 'ООО Ромашка (924574)', value: businessId }]);
		expect(paginationToken).toBeUndefined();
	});

	it('are listed once each, though shops of one stand on different pages', async () => {
		happen({ shops: 900 });
		const seen = await scroll('businesses');
		expect(seen).toHaveLength(451);
		expect(new Set(seen).size).toBe(451);
	});

	it('can be given by the address of a page of the seller account', async () => {
		for (const address of [
			`https://partner.market.yandex.ru/business/${businessId}/assortment?campaignId=1`,
			` https://partner.market.yandex.ru/business/${businessId} `,
		]) {
			const { items, requests } = await run('chat', 'getMany', {
				businessId: { __rl: true, mode: 'url', value: address },
			});
			expect(items.length).toBeGreaterThan(0);
			expect(requests[0]!.path).toBe(`/v2/businesses/${businessId}/chats`);
		}
	});

	it.each([
		'https://partner.market.yandex.ru/supplier/21567890',
		'https://partner.market.yandex.ru/business/any/support',
		`https://partner.market.yandex.ru.example.com/business/${businessId}`,
	])('are not guessed from other addresses: %s', async (value) => {
		const { error, requests } = await run('chat', 'getMany', { businessId: { __rl: true, mode: 'url', value } });
		expect(error?.message).toMatch(/^'Business' must be a web address, e\.g\. https/);
		expect(requests).toEqual([]);
	});
});

describe('The chats to choose from', () => {
	it('show the customer, what they are about, and whose answer they wait for', async () => {
		const { results } = await open('chats', { parameters: chosen });
		expect(results.slice(0, 3)).toEqual([
			{ name: 'Мария К., order 33004560000 (New)', value: firstChat },
			{ name: 'Иван, return 104001 (Waiting for Customer)', value: '11870002' },
			{ name: 'Олег П., product question (Waiting for Seller)', value: '11870003' },
		]);
		expect(sandbox().requests.map(({ query }) => query)).toEqual([{ limit: '20' }]);
	});

	it('are all there, once each', async () => {
		expect(await scroll('chats', { parameters: chosen })).toEqual(
			Array.from({ length: 53 }, (_, index) => String(firstNumber + index)),
		);
	});

	it.each([
		['33004560003', ['11870004']],
		['олег product', ['11870003']],
		['104001', ['11870002']],
		['999999999', []],
	])('are found by %s', async (filter, wanted) => {
		const { results } = await open('chats', { parameters: chosen, filter });
		expect(valuesOf(results).slice(0, 1)).toEqual(wanted);
	});

	it('about an order are found by Yandex Market itself, with one request', async () => {
		happen({ chats: 1000 });
		await open('chats', { parameters: chosen, filter: '33004560003' });
		expect(sandbox().requests.map(({ body }) => body)).toEqual([
			{ contexts: ['ORDER', 'RETURN'].map((type) => ({ type, id: 33_004_560_003 })) },
		]);
	});

	it('are those of a business that is known', async () => {
		await expect(open('chats')).rejects.toThrow("Choose 'Business' first");
		const parameters = { businessId: { __rl: true, mode: 'id', value: '={{ $json.businessId }}' } };
		await expect(open('chats', { parameters })).rejects.toThrow("'Business' is an expression");
	});
});

describe('The messages to choose from', () => {
	it('show who wrote them, when, and how they begin', async () => {
		happen({ text: `Здравствуйте!\n${'Где мой заказ? '.repeat(10)}`, chatId: firstNumber + 1 });
		happen({ files: [{ name: 'фото.jpg', url: 'https://files.example/1', size: 5 }], chatId: firstNumber + 1 });
		const parameters = { ...inChat, chatId: { __rl: true, mode: 'id', value: '11870002' } };
		const { results } = await open('messages', { parameters });
		expect(results.map(({ name }) => name)).toEqual([
			'Yandex Market, 2026-05-25 10:00: Сообщение 1',
			'Customer, 2026-05-25 10:01: Сообщение 2',
			'Seller, 2026-05-25 10:02: Сообщение 3',
			expect.stringMatching(/^Customer, [\d-]{10} [\d:]{5}: Здравствуйте! Где мой .{1,50}…$/),
			expect.stringMatching(/: фото\.jpg$/),
		]);
	});

	it('are found by their text, sender and day', async () => {
		const { results } = await open('messages', { parameters: inChat, filter: 'seller 260' });
		expect(results).toEqual([]);
		const { results: found } = await open('messages', { parameters: inChat, filter: 'customer 260' });
		expect(found.map(({ name }) => name)).toEqual([expect.stringContaining('Сообщение 260')]);
	});
});

describe('Lists say what to do when there is nothing to choose from', () => {
	it.each([
		['businesses', { campaigns: [], paging: {} }, /sees no shop\. In the seller account/],
		['chats', { status: 'OK', result: { chats: [] } }, /no chats yet\. "Chat: Create" opens one/],
		['messages', { status: 'OK', result: { context: {}, messages: [] } }, /"Message: Send" writes one/],
	])('%s', async (list, body, words) => {
		sandbox().misbehave({ times: 1, behaviour: { kind: 'status', status: 200, body } });
		await expect(open(list, { parameters: inChat })).rejects.toThrow(words);
	});
});

describe('Of 10,000', () => {
	const counted = async (list: string, filter?: string) => {
		const before = sandbox().requests.length;
		const options = { parameters: inChat, filter };
		const { results } = await searchList(sandbox(), 'yandexMarket', list, options);
		return { results, requests: sandbox().requests.length - before };
	};

	it.each([
		['businesses', { shops: 10_000 }, '929573', 101],
		['chats', { chats: 10_000 }, 'product 11880053', 503],
		['messages', { text: 'needle' }, 'needle', 102],
	] as const)('%s the first page takes one request, and a search no more than there are pages', async (list, event, filter, most) => {
		const earlier = list === 'messages' ? 9900 : 0;
		for (let index = 0; index < earlier; index += 1) happen({ text: `Message ${index}` });
		happen(event);
		const first = await counted(list);
		expect(first.requests).toBe(1);
		expect(first.results.length).toBeGreaterThanOrEqual(20);
		const found = await counted(list, filter);
		expect(found.results).toHaveLength(1);
		expect(found.requests).toBeLessThanOrEqual(most);
	});
});
