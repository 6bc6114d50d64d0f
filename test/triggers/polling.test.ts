import fc from 'fast-check';

import type { Inbox, Progress } from '../../nodes/shared/trigger/polling';
import { readNew } from '../../nodes/shared/trigger/polling';

interface Entry {
	id: string;
	at: number;
}

const late = 1000;
const pageSize = 7;

/** A list that is newest first, whose ties stand in any order, and which may fail at any page. */
class List {
	entries: Entry[] = [];

	reads = 0;

	/** Numbers of reads that fail. */
	failing = new Set<number>();

	private count = 0;

	constructor(private readonly random: () => number) {}

	add(at: number): void {
		const entry = { id: `id ${this.count++}`, at };
		const first = this.entries.findIndex((other) => other.at <= at);
		const last = this.entries.findIndex((other) => other.at < at);
		const [from, to] = [first, last].map((index) => (index < 0 ? this.entries.length : index));
		this.entries.splice(from! + Math.floor(this.random() * (to! - from! + 1)), 0, entry);
	}

	inbox(arrive: () => void, isSorted = false): Inbox<Entry> {
		return {
			late,
			isSorted,
			markOf: (entry) => entry,
			read: async (cursor = 0) => {
				const place = cursor as number;
				if (this.failing.has(this.reads++)) throw new Error('The list cannot be read');
				const entries = this.entries.slice(place, place + pageSize);
				arrive();
				const next = place + pageSize;
				return await Promise.resolve({ entries, next: next < this.entries.length ? next : undefined });
			},
		};
	}
}

const restarted = (progress: Progress): Progress => JSON.parse(JSON.stringify(progress)) as Progress;

describe('a polled list', () => {
	it('gives every entry once, whatever happens', async () => {
		const step = fc.record({
			before: fc.array(fc.integer({ min: 0, max: late - 1 }), { maxLength: 40 }),
			meanwhile: fc.array(fc.integer({ min: 0, max: late - 1 }), { maxLength: 3 }),
			passed: fc.constantFrom(0, 0, 1, 400, 5000),
			pages: fc.integer({ min: 1, max: 6 }),
			fails: fc.constantFrom(-1, -1, 0, 1, 2),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.boolean(),
				fc.nat({ max: 30 }),
				fc.array(step, { minLength: 1, maxLength: 25 }),
				fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
				async (isSorted, old, steps, numbers) => {
					const list = new List(() => numbers.next().value as number);
					let now = 1_000_000;
					for (let index = 0; index < old; index += 1) list.add(now - index * 100);
					const before = new Set(list.entries.map(({ id }) => id));
					const given: string[] = [];
					let { progress } = await readNew(list.inbox(() => {}, isSorted), undefined, {
						now,
						isLeft: () => true,
					});
					const pollOnce = async (pages: number, meanwhile: number[] = []) => {
						let left = pages;
						const arriving = [...meanwhile];
						const inbox = list.inbox(() => {
							const age = arriving.pop();
							if (age !== undefined) list.add(now - age);
						}, isSorted);
						const time = { now, isLeft: () => --left > 0 };
						const poll = await readNew(inbox, restarted(progress), time).catch(() => undefined);
						if (!poll) return;
						progress = poll.progress;
						given.push(...poll.fresh.map(({ id }) => id));
					};
					for (const { before: ages, meanwhile, passed, pages, fails } of steps) {
						now += passed;
						for (const age of ages) list.add(now - age);
						list.failing = new Set(fails < 0 ? [] : [list.reads + fails]);
						await pollOnce(pages, meanwhile);
					}
					list.failing.clear();
					for (let index = 0; index < 3; index += 1) await pollOnce(1000);
					const missed = list.entries.filter(({ id }) => !before.has(id) && !given.includes(id));
					expect(missed).toEqual([]);
					expect(new Set(given).size).toBe(given.length);
					expect(given.some((id) => before.has(id))).toBe(false);
				},
			),
			{ numRuns: 400 },
		);
	});

	const always = { now: 2_000_000, isLeft: () => true };
	const never = { now: 2_000_000, isLeft: () => false };

	const begun = async (count: number) => {
		const list = new List(() => 0.5);
		const { progress } = await readNew(list.inbox(() => {}), undefined, always);
		for (let index = 0; index < count; index += 1) list.add(1_000_000 + index);
		return { list, inbox: list.inbox(() => {}), progress };
	};

	it('is read page by page over many polls when time is short', async () => {
		const { list, inbox, progress: start } = await begun(10 * pageSize);
		let progress = start;
		const given: Entry[] = [];
		for (let poll = 0; poll < 10; poll += 1) {
			const result = await readNew(inbox, restarted(progress), never);
			progress = result.progress;
			given.push(...result.fresh);
		}
		expect(given).toHaveLength(10 * pageSize);
		expect(list.reads).toBe(11);
	});

	it('gives what comes before a failure, and tells the failure when nothing does', async () => {
		const { list, inbox, progress } = await begun(3 * pageSize);
		list.failing = new Set([list.reads + 1, list.reads + 2]);
		const first = await readNew(inbox, progress, always);
		expect(first.fresh).toHaveLength(pageSize);
		await expect(readNew(inbox, first.progress, always)).rejects.toThrow('cannot be read');
		const third = await readNew(inbox, first.progress, always);
		expect(third.fresh).toHaveLength(2 * pageSize);
	});

	it('gives entries oldest first', async () => {
		const { inbox, progress } = await begun(3 * pageSize);
		const { fresh } = await readNew(inbox, progress, always);
		expect(fresh.map(({ at }) => at)).toEqual(fresh.map(({ at }) => at).sort((a, b) => a - b));
	});

	it('remembers no more than the time in which entries may come late asks for', async () => {
		const { list, inbox, progress } = await begun(3000);
		const poll = await readNew(inbox, progress, always);
		expect(poll.fresh).toHaveLength(3000);
		expect(poll.progress.done.length).toBeLessThanOrEqual(late);
		const reads = list.reads;
		await readNew(inbox, poll.progress, always);
		expect(list.reads - reads).toBeLessThanOrEqual(Math.ceil(late / pageSize) + 1);
	});

	it('is not read past what is done where it is sorted', async () => {
		const { list, progress } = await begun(10 * pageSize);
		const inbox = list.inbox(() => {}, true);
		const short = { ...inbox, late: 0 };
		const { progress: after } = await readNew(short, progress, always);
		list.add(1_500_000);
		const reads = list.reads;
		expect((await readNew(short, after, always)).fresh).toHaveLength(1);
		expect(list.reads - reads).toBe(1);
	});

	it('goes on after an entry of the far future', async () => {
		const { list, inbox, progress } = await begun(0);
		list.add(9_000_000_000);
		const first = await readNew(inbox, progress, always);
		list.add(1_999_999);
		const second = await readNew(inbox, first.progress, always);
		expect([first.fresh.length, second.fresh.length]).toEqual([1, 1]);
	});
});
