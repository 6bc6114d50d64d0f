import type { IDataObject } from 'n8n-workflow';

import { type Inbox, type Line, Unfit } from '../shared';
import { getMany } from './resources/mail/getMany';

export interface Mail extends IDataObject {
	id: number;
	createdAt: string;
	/** User numbers; the system itself has none. */
	from?: number | null;
	to?: number | null;
}

const timeOf = ({ createdAt }: Mail) => Date.parse(createdAt);

/** How many more neighbours stand in ascending than in descending order. */
const ascent = (mails: Mail[]) =>
	mails.slice(1).reduce((sum, mail, index) => sum + Math.sign(timeOf(mail) - timeOf(mails[index]!)), 0);

/**
 * None of the mails is from or to the user, so the number must be that of somebody else.
 */
const areOthers = (mails: Mail[], userId: number) =>
	mails.length > 0 &&
	mails.every(({ from, to }) => from && to && from !== userId && to !== userId);

/**
 * The mailbox of an account. Where the list starts is not documented: when its first page turns out
 * to be the oldest, the pages are read from the last one down, by negative cursors.
 */
export function mailbox({ askPage }: Line, userId: number): Inbox<Mail> {
	const readPage = async (page: number) => {
		const { records, next, body } = await askPage(getMany, page);
		const entries = records as Mail[];
		if (areOthers(entries, userId)) {
			throw new Unfit(
				"'Your Account' must be the account of the credential; its mails name other user numbers",
			);
		}
		return { entries, next, last: Number((body as { pageCount?: number }).pageCount ?? 1) };
	};

	const readUp = async (page: number) => {
		const { entries } = await readPage(page);
		return { entries, next: page > 1 ? 1 - page : undefined };
	};

	return {
		late: 10 * 60_000,
		markOf({ id, createdAt }) {
			const at = Date.parse(createdAt);
			if (Number.isNaN(at)) throw new Unfit(`ParaTranz gave mail ${id} without the time of its creation`);
			return { id: String(id), at };
		},
		async read(cursor = 1) {
			const place = cursor as number;
			if (place < 0) return await readUp(-place);
			const { entries, next, last } = await readPage(place);
			if (place > 1 || last < 2 || ascent(entries) <= 0) return { entries, next };
			const newest = await readUp(last);
			return { entries: [...entries, ...newest.entries], next: newest.next };
		},
	};
}
