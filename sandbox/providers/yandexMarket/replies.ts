import type { Reply } from '../../types';

const hour = 3_600_000;

/** The headers of every answer: requests per hour for a resource, those left, and until when. */
export const limitHeaders = (limit: number, left: number, until: number) => ({
	'x-ratelimit-resource-limit': String(limit),
	'x-ratelimit-resource-remaining': String(left),
	'x-ratelimit-resource-until': new Date(Math.ceil(until / 1000) * 1000).toUTCString(),
});

export const endOfHour = (now: number) => Math.ceil((now + 1) / hour) * hour;

export const ok = (result?: object): Reply => ({
	status: 200,
	body: { status: 'OK', ...(result && { result }) },
});

const codes: Record<number, string> = {
	400: 'BAD_REQUEST',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	405: 'METHOD_NOT_ALLOWED',
	415: 'UNSUPPORTED_MEDIA_TYPE',
	420: 'METHOD_FAILURE',
};

export const refusal = (status: number, message: string): Reply => ({
	status,
	body: { status: 'ERROR', errors: [{ code: codes[status], message }] },
});
