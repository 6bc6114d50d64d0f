import type { Cursor } from '../operation';

/** What tells a record from others, and when it came into being, in milliseconds since 1970. */
export interface Mark {
	id: string;
	at: number;
}

/** A list of records that grows, as a provider gives it page by page: about newest first. */
export interface Inbox<Entry> {
	/**
	 * Reads the page at a cursor, the newest one without. Records that came meanwhile may repeat
	 * those of an earlier page, but must not hide others.
	 */
	read: (cursor: Cursor) => Promise<{ entries: Entry[]; next: Cursor }>;
	markOf: (entry: Entry) => Mark;
	/** How much later than newer records one may show up in the list; milliseconds. */
	late: number;
	/** Whether every record stands above all that are older, so that pages need not be read past one. */
	isSorted?: boolean;
}

/** How far an inbox has been read. JSON, kept between polls. */
export interface Progress {
	/** Records of this time or earlier are done. */
	floor: number;
	/** Later records that are done. */
	done: Array<[id: string, at: number]>;
	/** A walk through the pages that a poll could not finish. */
	unfinished?: { next: Cursor; newest: number };
}

export interface Time {
	now: number;
	/** Whether there is time for a further page. */
	isLeft: () => boolean;
}

/** Most ids that are remembered; of more at once, the oldest count as done by their time. */
const mostIds = 10_000;

/** The latest time of which nothing more can show up. */
const floorUnder = (newest: number, late: number, now: number) => Math.min(newest, now) - late;

const times = (marks: Mark[]) => marks.map(({ at }) => at);
const latest = (marks: Mark[]) => times(marks).reduce((most, at) => Math.max(most, at), -Infinity);
const earliest = (marks: Mark[]) => times(marks).reduce((least, at) => Math.min(least, at), Infinity);

/** The time of which the pages after this one can hold nothing newer. */
const boundUnder = <Entry>({ isSorted }: Inbox<Entry>, marks: Mark[]) =>
	isSorted ? earliest(marks) : latest(marks);

/** What is to be remembered once everything above the old floor has been read. */
function settled(floor: number, done: Map<string, number>): Progress {
	const later = [...done].filter(([, at]) => at > floor);
	if (later.length <= mostIds) return { floor, done: later };
	later.sort(([, one], [, other]) => other - one);
	return settled(later[mostIds]![1], done);
}

/** Notes all that is there already, so that what comes from now on is new. */
async function begin<Entry>(inbox: Inbox<Entry>, time: Time): Promise<Progress> {
	const done = new Map<string, number>();
	let cursor: Cursor;
	let floor: number | undefined;
	for (;;) {
		const { entries, next } = await inbox.read(cursor);
		const marks = entries.map(inbox.markOf);
		if (marks.length === 0) return settled(floor ?? 0, done);
		floor ??= floorUnder(latest(marks), inbox.late, time.now);
		for (const { id, at } of marks) done.set(id, at);
		if (next === undefined || boundUnder(inbox, marks) <= floor) return settled(floor, done);
		if (!time.isLeft()) return settled(Math.max(floor, earliest(marks)), done);
		cursor = next;
	}
}

const inOrder =
	<Entry>({ markOf }: Inbox<Entry>) =>
	(one: Entry, other: Entry) => {
		const [first, second] = [markOf(one), markOf(other)];
		return first.at - second.at || first.id.localeCompare(second.id, 'en', { numeric: true });
	};

/**
 * Reads what is new in an inbox. Nothing is left out and nothing comes twice, whatever the order of
 * records of the same time, if records show up no later than `late`, and `progress` is kept
 * whenever `fresh` is used.
 *
 * A poll that runs out of time, or meets a failure after it has found something, gives what it has;
 * the next one first goes on where it stopped.
 *
 * @param known the progress of the poll before; without it nothing is new
 * @returns new entries, oldest first
 * @throws what `read` throws, when nothing new had been found
 */
export async function readNew<Entry>(
	inbox: Inbox<Entry>,
	known: Progress | undefined,
	time: Time,
): Promise<{ fresh: Entry[]; progress: Progress }> {
	if (!known) return { fresh: [], progress: await begin(inbox, time) };
	const fresh: Entry[] = [];
	const done = new Map(known.done);
	let { floor } = known;
	let walk = known.unfinished;
	let isFromTop = walk === undefined;
	const result = (progress: Progress) => ({ fresh: fresh.sort(inOrder(inbox)), progress });

	for (let isFirst = true; ; isFirst = false) {
		const unfinished = walk && { unfinished: walk };
		const stopped = (): Progress => ({ floor, done: [...done], ...unfinished });
		if (!isFirst && !time.isLeft()) return result(stopped());
		const page = await inbox.read(walk?.next).catch((failure: Error) => ({ failure }));
		if ('failure' in page) {
			if (fresh.length > 0) return result(stopped());
			throw page.failure;
		}
		const marks = page.entries.map(inbox.markOf);
		page.entries.forEach((entry, index) => {
			const { id, at } = marks[index]!;
			if (at <= floor || done.has(id)) return;
			done.set(id, at);
			fresh.push(entry);
		});
		const newest = walk?.newest ?? latest(marks);
		if (page.next !== undefined && boundUnder(inbox, marks) > floor) {
			walk = { next: page.next, newest };
			continue;
		}
		floor = Math.max(floor, floorUnder(newest, inbox.late, time.now));
		if (isFromTop) return result(settled(floor, done));
		// What was left has been caught up with; what came since is at the top
		isFromTop = true;
		walk = undefined;
	}
}
