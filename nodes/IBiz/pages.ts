import { type Answer, pageNumber, type Pages } from '../shared';

/** The most that iBiz gives in one page; asked for more, it silently gives as many. */
export const mostInPage = 1000;

function totalPages({ headers }: Answer): number | undefined {
	const total = Number.parseInt(headers['x-total-pages'] ?? '', 10);
	return Number.isNaN(total) ? undefined : total;
}

/** Pages of a `fetch_` method: numbered from 0, as fields of the body. */
export const pagesOf = (most: number): Pages =>
	pageNumber({ page: 'page', size: 'size', first: 0, most, in: 'body', total: totalPages });
