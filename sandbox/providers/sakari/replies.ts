import type { Call, Reply } from '../../types';

/** The form of every refusal of a whole call. */
export const refusal = (status: number, code: string, message: string): Reply => ({
	status,
	body: { success: false, error: { code, message } },
});

export const success = (data: unknown, status = 200): Reply => ({
	status,
	body: { success: true, data },
});

/** The answer to a deletion. */
export const gone: Reply = { status: 200, body: { success: true } };

/** A page of a list in today's form, with `hasNext`, or in that of 2023, with `totalCount`. */
export function page<T>(
	records: T[],
	query: Call['query'],
	form: 'today' | '2023' = 'today',
	shown: (record: T) => unknown = (record) => record,
): Reply {
	const offset = Number(query.offset ?? 0);
	const limit = Number(query.limit ?? 10);
	const end = offset + limit;
	const told =
		form === 'today' ? { hasNext: end < records.length } : { totalCount: records.length };
	const data = records.slice(offset, end).map(shown);
	return { status: 200, body: { success: true, pagination: { offset, limit, ...told }, data } };
}

/** Whether a text holds a part, as filters of lists look for it; all do when none is asked for. */
export const holds = (text: string | undefined, part: string | string[] | undefined): boolean =>
	part === undefined || (text ?? '').toLowerCase().includes(String(part).toLowerCase());
