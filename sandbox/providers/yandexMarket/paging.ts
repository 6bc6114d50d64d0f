import type { Call } from '../../types';

/** What of a request must stay the same from page to page. */
const asked = ({ operationId, params, query, body }: Call) => {
	const { pageToken: _, ...rest } = query;
	return JSON.stringify([operationId, params, rest, body]);
};

/**
 * The records of the page that a request asks for.
 *
 * @param size records of a page where the request does not say
 * @returns `undefined` where the page token is not one that was given out for this very list
 */
export function page<T>(records: T[], call: Call, size: number) {
	const { pageToken, limit = size } = call.query;
	let start = 0;
	if (pageToken !== undefined) {
		const token = Buffer.from(String(pageToken), 'base64url').toString();
		const [, offset, question] = /^(\d+) (.*)$/s.exec(token) ?? [];
		if (offset === undefined || question !== asked(call)) return undefined;
		start = Number(offset);
	}
	const end = start + Number(limit);
	const token = Buffer.from(`${end} ${asked(call)}`).toString('base64url');
	return {
		records: records.slice(start, end),
		paging: end < records.length ? { nextPageToken: token } : {},
	};
}
