import fc from 'fast-check';

import type { Desk } from '../../nodes/YandexMarket/desk';
import type { Chat, Message } from '../../nodes/YandexMarket/followed';
import type { Progress } from '../../nodes/YandexMarket/following';
import { readNew } from '../../nodes/YandexMarket/following';

const pageSize = 3;
const minute = 60_000;
const start = Date.UTC(2026, 6, 16);
const written = (at: number) => new Date(at).toISOString();

type Order = 'id' | 'newest';

/** Chats whose lists and histories have some order, and may fail at any request. */
class Model implements Desk {
	businessId = 1;

	now = start;

	requests = 0;

	histories = 0;

	/** Numbers of requests that fail. */
	failing = new Set<number>();

	/** Chats whose history cannot be read. */
	unreadable = new Set<number>();

	/** Page tokens of another time are refused. */
	age = 0;

	/** Called before each answer; may let something happen. */
	meanwhile = () => {};

	private readonly chats = new Map<number, { chat: Chat; messages: Message[]; waiting: boolean }>();

	private count = 0;

	constructor(private readonly order: Order) {}

	write(chatId: number, at: number, sender = 'CUSTOMER'): void {
		const known = this.chats.get(chatId);
		const chat = known?.chat ?? { chatId, updatedAt: written(at) };
		if (Date.parse(chat.updatedAt) < at) chat.updatedAt = written(at);
		const messages = known?.messages ?? [];
		this.count += 1;
		messages.push({ messageId: this.count, createdAt: written(at), sender });
		this.chats.set(chatId, { chat, messages, waiting: sender === 'CUSTOMER' });
	}

	get messages(): number[] {
		return [...this.chats.values()].flatMap(({ messages }) => messages.map(({ messageId }) => messageId));
	}

	async read(which: 'all' | 'waiting', cursor: unknown = `${this.age} 0`) {
		this.request();
		const [age, place] = (cursor as string).split(' ').map(Number);
		if (age !== this.age) throw new Error('The token is not valid');
		const all = [...this.chats.values()]
			.filter(({ waiting }) => which === 'all' || waiting)
			.map(({ chat }) => ({ ...chat }))
			.sort((one, other) =>
				this.order === 'id'
					? one.chatId - other.chatId
					: other.updatedAt.localeCompare(one.updatedAt),
			);
		const end = place! + pageSize;
		const next = end < all.length ? `${age} ${end}` : undefined;
		const page = { chats: all.slice(end - pageSize, end), next };
		return await Promise.resolve({ ...page, at: this.now });
	}

	async readChat(chatId: number, from = 0) {
		this.request();
		this.histories += 1;
		if (this.unreadable.has(chatId)) throw new Error('The chat cannot be read');
		const messages = this.chats.get(chatId)!.messages.filter(({ messageId }) => messageId >= from);
		if (this.order === 'newest') messages.reverse();
		return await Promise.resolve(messages);
	}

	private request(): void {
		this.meanwhile();
		if (this.failing.has(this.requests++)) throw new Error('The service is out of order');
	}
}

const stored = (progress: Progress): Progress => JSON.parse(JSON.stringify(progress)) as Progress;

class Poller {
	readonly given: number[] = [];

	progress?: Progress;

	errors = 0;

	constructor(readonly model: Model) {}

	/** One poll, with time for so many answers to the question whether some is left. */
	async poll(patience = Infinity): Promise<number> {
		let left = patience;
		const time = { now: this.model.now, isLeft: () => left-- > 0 };
		const known = this.progress && stored(this.progress);
		const poll = await readNew(this.model, known, time).catch(() => undefined);
		if (!poll) {
			this.errors += 1;
			return 0;
		}
		this.progress = poll.progress;
		this.given.push(...poll.fresh.map(({ messageId }) => Number(messageId)));
		return poll.fresh.length;
	}
}

const always = { now: start, isLeft: () => true };

describe('chats that are followed', () => {
	it('give every message once, whatever happens', async () => {
		const message = fc.record({
			chat: fc.nat({ max: 60 }),
			age: fc.constantFrom(0, 0, 0, 1, 1000, 30_000),
			sender: fc.constantFrom('CUSTOMER', 'CUSTOMER', 'PARTNER', 'MARKET'),
		});
		const step = fc.record({
			before: fc.array(message, { maxLength: 12 }),
			meanwhile: fc.array(message, { maxLength: 4 }),
			passed: fc.constantFrom(0, 1, 1000, minute, minute, 12 * minute, 25 * 60 * minute),
			patience: fc.constantFrom(Infinity, Infinity, 0, 1, 3, 8),
			fails: fc.constantFrom(-1, -1, -1, 0, 1, 2, 5),
		});
		const orders = fc.constantFrom<Order>('id', 'newest');
		await fc.assert(
			fc.asyncProperty(orders, fc.array(step, { minLength: 1, maxLength: 25 }), async (order, steps) => {
				const model = new Model(order);
				for (let chat = 0; chat < 40; chat += 1) model.write(chat, start - 86_400_000 + chat);
				const old = new Set(model.messages);
				const poller = new Poller(model);
				await poller.poll();
				model.now += 1;
				// A message of the time at which all began may count as old
				const write = ({ chat, age, sender }: { chat: number; age: number; sender: string }) =>
					model.write(chat, Math.max(start + 1, model.now - age), sender);
				for (const { before, meanwhile, passed, patience, fails } of steps) {
					// Over a longer time there are other polls
					for (let left = passed; left > 0; left -= 3 * 60 * minute) {
						model.now += Math.min(left, 3 * 60 * minute);
						if (left > 60 * minute) await poller.poll();
					}
					before.forEach(write);
					const arriving = [...meanwhile];
					model.meanwhile = () => {
						const next = arriving.pop();
						if (next) write(next);
					};
					model.failing = new Set(fails < 0 ? [] : [model.requests + fails]);
					await poller.poll(patience);
				}
				model.failing.clear();
				model.meanwhile = () => {};
				for (let index = 0; index < 12; index += 1) await poller.poll();
				const missed = model.messages.filter((id) => !old.has(id) && !poller.given.includes(id));
				expect(missed).toEqual([]);
				expect(new Set(poller.given).size).toBe(poller.given.length);
				expect(poller.given.some((id) => old.has(id))).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});

	const begun = async (chats: number, order: Order = 'id') => {
		const model = new Model(order);
		for (let chat = 0; chat < chats; chat += 1) model.write(chat, start - 86_400_000, 'PARTNER');
		const poller = new Poller(model);
		await poller.poll();
		return { model, poller };
	};

	it('are read twice after a message, and not again', async () => {
		const { model, poller } = await begun(10);
		for (let index = 0; index < 4; index += 1) model.write(index, (model.now += 1000));
		await poller.poll();
		for (let poll = 0; poll < 30; poll += 1) {
			model.now += minute;
			await poller.poll();
		}
		expect(poller.given).toHaveLength(4);
		expect(model.histories).toBe(8);
		model.now += 25 * 60 * minute;
		for (let poll = 0; poll < 3; poll += 1) await poller.poll();
		expect(model.histories).toBe(8);
		expect(poller.progress!.followed).toEqual({});
		model.write(1, (model.now += 1000));
		await poller.poll();
		model.write(1, model.now);
		for (let poll = 0; poll < 3; poll += 1) {
			model.now += minute;
			await poller.poll();
		}
		expect(poller.given).toHaveLength(6);
	});

	it.each([
		[1, 1],
		[pageSize, 1],
		[5 * pageSize, 5],
		[1000, 11],
	])('cost few requests: %d chats, %d in a poll', async (chats, requests) => {
		const { model, poller } = await begun(chats);
		const before = model.requests;
		await poller.poll();
		expect(model.requests - before).toBe(requests);
	});

	it('that wait for the seller are found at once among many', async () => {
		const { model, poller } = await begun(1000);
		model.write(990, (model.now += 1000));
		expect(await poller.poll()).toBe(1);
		model.write(991, (model.now += 1000), 'MARKET');
		let polls = 1;
		while ((await poller.poll()) === 0) polls += 1;
		expect(polls).toBeLessThan(2 * (1000 / (10 * pageSize)));
	});

	it('all at once are read over many polls, and forgotten afterwards', async () => {
		const { model, poller } = await begun(1200, 'newest');
		for (let chat = 0; chat < 1200; chat += 1) model.write(chat, (model.now += 10));
		for (let poll = 0; poll < 300 && poller.given.length < 1200; poll += 1) {
			model.now += minute;
			await poller.poll(30);
		}
		expect(new Set(poller.given).size).toBe(1200);
		expect(poller.given).toHaveLength(1200);
		for (let poll = 0; poll < 160; poll += 1) {
			model.now += 30 * minute;
			await poller.poll();
		}
		expect(poller.given).toHaveLength(1200);
		expect(poller.progress!.followed).toEqual({});
	});

	it('that wait to be read are bounded, and the others are found later', async () => {
		const { model, poller } = await begun(600, 'newest');
		for (let chat = 0; chat < 600; chat += 1) model.write(chat, (model.now += 10));
		const open = () => Object.values(poller.progress!.followed).filter((one) => one.open).length;
		let most = 0;
		for (let poll = 0; poll < 100; poll += 1) {
			model.now += minute;
			await poller.poll(11);
			most = Math.max(most, open());
		}
		expect(most).toBeGreaterThan(450);
		expect(most).toBeLessThanOrEqual(500);
		for (let poll = 0; poll < 100; poll += 1) {
			model.now += minute;
			await poller.poll();
		}
		expect(new Set(poller.given).size).toBe(600);
		expect(poller.given).toHaveLength(600);
	});

	it('that cannot be read do not hold up others, and are told of at last', async () => {
		const { model, poller } = await begun(5);
		model.unreadable.add(2);
		model.write(2, (model.now += 1000));
		await poller.poll();
		expect(poller.errors).toBe(1);
		model.write(3, (model.now += 1000));
		expect(await poller.poll()).toBe(1);
		model.now += 25 * 60 * minute;
		const { fresh, progress } = await readNew(model, stored(poller.progress!), always);
		expect(fresh).toMatchObject([{ chatId: 2, error: 'The chat cannot be read' }]);
		const again = await readNew(model, stored(progress), always);
		expect(again.fresh).toEqual([]);
		model.unreadable.clear();
		model.write(2, (model.now += 1000));
		const mended = await readNew(model, stored(again.progress), always);
		expect(mended.fresh.at(-1)!.messageId).toBe(String(model.messages.length));
	});

	it('are read on when the place in the list is no longer valid', async () => {
		const { model, poller } = await begun(100);
		await poller.poll();
		expect(poller.progress!.walk).toBeDefined();
		model.age += 1;
		model.write(99, (model.now += 1000), 'PARTNER');
		for (let poll = 0; poll < 4; poll += 1) await poller.poll();
		expect([poller.given.length, poller.errors]).toEqual([1, 0]);
	});
});
