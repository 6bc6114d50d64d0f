import type { IDataObject } from 'n8n-workflow';

import type { Answer, Page, Pages } from './operation';

const isFull = ({ count, size }: Page) => count >= size;

/**
 * Page numbers, as in `?page=2&pageSize=50`.
 *
 * @param total number of pages as the answer tells it, where it does
 */
export const pageNumber = (options: {
	page: string;
	size: string;
	most: number;
	first: number;
	in?: 'qs' | 'body';
	total?: (answer: Answer) => number | undefined;
}): Pages => ({
	most: options.most,
	first: options.first,
	place(request, cursor, size) {
		const part: IDataObject = request[options.in ?? 'qs'];
		part[options.page] = cursor;
		part[options.size] = size;
	},
	next(page) {
		const number = page.cursor as number;
		const total = options.total?.(page.answer);
		const goesOn = total === undefined ? isFull(page) : number - options.first + 1 < total;
		return goesOn && page.count > 0 ? number + 1 : undefined;
	},
});

/**
 * Offset and limit, as in `?offset=100&limit=50`. Goes on by the number of records that came, so
 * that a server which gives less than it was asked for loses nothing.
 *
 * @param more whether more records follow, where the answer tells it
 */
export const offset = (options: {
	offset: string;
	limit: string;
	most: number;
	more?: (answer: Answer, seen: number) => boolean | undefined;
}): Pages => ({
	most: options.most,
	first: 0,
	place(request, cursor, size) {
		request.qs[options.offset] = cursor;
		request.qs[options.limit] = size;
	},
	next(page) {
		const seen = (page.cursor as number) + page.count;
		const goesOn = options.more?.(page.answer, seen) ?? isFull(page);
		return goesOn && page.count > 0 ? seen : undefined;
	},
});

/** Page tokens: each answer names the token of the next page, the last one names none. */
export const pageToken = (options: {
	token: string;
	limit: string;
	most: number;
	next: (answer: Answer) => string | undefined;
}): Pages => ({
	most: options.most,
	first: undefined,
	place(request, cursor, size) {
		request.qs[options.limit] = size;
		if (cursor !== undefined) request.qs[options.token] = cursor;
	},
	next: ({ answer }) => options.next(answer) || undefined,
});
