import type { IDataObject } from 'n8n-workflow';

import type { Cursor, Source, Time } from '../shared';
import type { ChatPage, Desk } from './desk';
import { type Chat, type Followed, type Message, takeUp, timeIn } from './followed';

/** A message that is new, or a chat whose messages cannot be read. */
export interface Entry extends IDataObject {
	businessId: number;
	chatId: number;
	messageId?: string;
	message?: Message;
	chat: Chat;
	error?: string;
}

/** How far the chats of a business have been read. JSON, kept between polls. */
export interface Progress {
	/** Messages of this time or earlier are done in chats that are not followed. */
	floor: number;
	/** Chats that have been written to later, by number. */
	followed: Record<string, Followed>;
	/** When the last walk through all chats began that has seen the whole list. */
	walked: number;
	/** The walk that is under way; it may take many polls. */
	walk?: { next: Cursor; began: number; isWhole: boolean };
}

/** Pages of each list that a poll reads at most; Yandex Market allows 5,000 in an hour. */
const mostPages = 10;

/** Chats that are read at once, which Yandex Market allows. */
const atOnce = 4;

/** Most chats that wait to be read at once; others are found again by the next walk. */
const mostOpen = 500;

/** Most chats that are followed; of more, those written to longest ago count as read by then. */
const mostFollowed = 10_000;

/**
 * How long it is tried to read what has been written, and how long chats are followed. A chat that
 * is written to often may change its place in the list just when it would be read.
 */
const day = 24 * 60 * 60_000;

const timeOf = ({ chatId, updatedAt }: Chat) => timeIn(`chat ${chatId}`, updatedAt);

/** The chats that are followed, those first that have waited longest. */
const followedIn = ({ followed }: Progress) =>
	Object.values(followed).sort((one, other) => one.at - other.at);

const isOpen = ({ open }: Followed) => open !== undefined;

const entryOf = ({ businessId }: Desk, chat: Chat, message: Message): Entry => ({
	businessId,
	chatId: chat.chatId,
	messageId: String(message.messageId),
	message,
	chat,
});

/** Notes which chats of a page have to be read. What does not fit is found by the next walk. */
function note(progress: Progress, { chats }: ChatPage): void {
	const { followed, floor, walk } = progress;
	let left = mostOpen - Object.values(followed).filter(isOpen).length;
	for (const chat of chats) {
		const known = followed[chat.chatId];
		const at = timeOf(chat);
		if (at <= (known?.at ?? floor)) continue;
		if (!known?.open && left-- <= 0) {
			if (walk) walk.isWhole = false;
			continue;
		}
		followed[chat.chatId] = { floor, done: [], ...known, at, open: chat };
	}
}

/** Whatever was written a day before the walk before this one began has been seen by now. */
function endWalk(progress: Progress): void {
	const { began, isWhole } = progress.walk!;
	delete progress.walk;
	if (!isWhole) return;
	progress.floor = Math.max(progress.floor, progress.walked - day);
	progress.walked = began;
}

/** Reads on through all chats; gives the time of the last page, and whether all have been seen. */
async function walk(desk: Desk, progress: Progress, time: Time) {
	let isFromTop = !progress.walk;
	for (let pages = 1; ; pages += 1) {
		let page = await desk.read('all', progress.walk?.next).catch((failure: Error) => {
			// A token of an earlier poll may no longer be valid
			if (pages === 1 && !isFromTop) return undefined;
			throw failure;
		});
		if (!page) {
			isFromTop = true;
			page = await desk.read('all');
		}
		progress.walk ??= { next: undefined, began: page.at, isWhole: true };
		progress.walk.next = page.next;
		note(progress, page);
		if (page.next === undefined) endWalk(progress);
		const isOver = page.next === undefined || pages === mostPages || !time.isLeft();
		if (isOver) return { now: page.at, isAll: page.next === undefined && isFromTop };
	}
}

/** Finds out which chats have been written to, first of all among those that wait for the seller. */
async function look(desk: Desk, progress: Progress, time: Time): Promise<number> {
	const { now, isAll } = await walk(desk, progress, time);
	let next: Cursor;
	for (let pages = 0; pages < mostPages && !isAll && time.isLeft(); pages += 1) {
		const page = await desk.read('waiting', next);
		note(progress, page);
		next = page.next;
		if (next === undefined) break;
	}
	return now;
}

/** Forgets chats of which nothing more needs to be known. */
function tidy(progress: Progress): void {
	const all = followedIn(progress);
	const tooMany = all.filter((one) => !isOpen(one)).slice(0, Math.max(0, all.length - mostFollowed));
	progress.floor = Math.max(progress.floor, tooMany.at(-1)?.at ?? 0);
	for (const [id, followed] of Object.entries(progress.followed)) {
		if (!isOpen(followed) && followed.at <= progress.floor) delete progress.followed[id];
	}
}

/** What has been written up to now is not new. */
async function begin(desk: Desk): Promise<Progress> {
	const { chats, at } = await desk.read('waiting');
	const floor = Math.max(at, ...chats.map(timeOf));
	return { floor, followed: {}, walked: floor };
}

const inOrder = ({ message: one }: Entry, { message: other }: Entry) =>
	one && other
		? Date.parse(one.createdAt) - Date.parse(other.createdAt) || one.messageId - other.messageId
		: Number(!one) - Number(!other);

/**
 * Reads what has been written to the chats of a business. Chats that wait for the seller are looked
 * through each time, all others by and by. Nothing is left out and nothing comes twice, whatever
 * the order of lists, if `progress` is kept whenever `fresh` is used.
 *
 * @param known the progress of the poll before; without it nothing is new
 * @throws what kept it from reading, when there is nothing to give
 */
export async function readNew(
	desk: Desk,
	known: Progress | undefined,
	time: Time,
): Promise<{ fresh: Entry[]; progress: Progress }> {
	if (!known) return { fresh: [], progress: await begin(desk) };
	const progress = known;
	const fresh: Entry[] = [];
	const failures: Error[] = [];
	const looked = await look(desk, progress, time).catch((failure: Error) => failure);
	if (looked instanceof Error) failures.push(looked);
	const now = looked instanceof Error ? time.now : looked;

	const readOne = async (followed: Followed) => {
		const chat = followed.open!;
		const read = await desk.readChat(chat.chatId, followed.from).catch((failure: Error) => failure);
		if (!(read instanceof Error)) {
			fresh.push(...takeUp(followed, read, now).map((message) => entryOf(desk, chat, message)));
			return;
		}
		failures.push(read);
		if (now - followed.at <= day) return;
		fresh.push({ businessId: desk.businessId, chatId: chat.chatId, chat, error: read.message });
		delete followed.open;
	};

	const open = followedIn(progress).filter(isOpen);
	let tried = 0;
	while (tried < open.length && (tried === 0 || time.isLeft())) {
		const some = open.slice(tried, tried + atOnce);
		await Promise.all(some.map(readOne));
		tried += some.length;
	}
	tidy(progress);
	const isInVain = looked instanceof Error || failures.length === tried;
	if (fresh.length === 0 && failures[0] && isInVain) throw failures[0];
	return { fresh: fresh.sort(inOrder), progress };
}

/** Most chats in which a sample is looked for. */
const mostSamples = 5;

/** The latest message that is wanted, of the chats that the first pages tell of. */
async function sampleOf(
	desk: Desk,
	isWanted: (entry: Entry) => boolean,
): Promise<Entry | undefined> {
	const pages = [await desk.read('waiting'), await desk.read('all')];
	const chats = new Map(pages.flatMap((page) => page.chats).map((chat) => [chat.chatId, chat]));
	const latest = [...chats.values()].sort((one, other) => timeOf(other) - timeOf(one));
	let found: Entry[] = [];
	for (const chat of latest.slice(0, mostSamples)) {
		const newest = found.at(-1)?.message;
		if (newest && Date.parse(newest.createdAt) >= timeOf(chat)) break;
		const messages = await desk.readChat(chat.chatId);
		const entries = messages.map((message) => entryOf(desk, chat, message)).filter(isWanted);
		found = [...found, ...entries].sort(inOrder);
	}
	return found.at(-1);
}

/** The messages of a business as a source that is polled. */
export const chatsOf = (desk: Desk): Source<Entry, Progress> => ({
	sample: async (isWanted) => await sampleOf(desk, isWanted),
	readNew: async (known, time) => await readNew(desk, known, time),
});
