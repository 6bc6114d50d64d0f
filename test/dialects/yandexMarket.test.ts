import { yandexMarket } from '../../nodes/YandexMarket/provider';
import type { Request } from '../../nodes/shared/operation';

const now = Date.UTC(2026, 6, 16, 9, 59, 30);

const limitedBy = (message: string, until?: string, status = 420) =>
	yandexMarket.rateLimit!(
		{
			status,
			headers: { 'x-ratelimit-resource-until': until },
			body: { status: 'ERROR', errors: [{ code: 'METHOD_FAILURE', message }] },
		},
		now,
	);

describe('rate limits of Yandex Market', () => {
	const perHour = 'Hit rate limit of 1000 requests per 1 hour for resource chats';
	const parallel = 'Hit rate limit of 4 parallel requests for businessId 924574';

	it.each([420, 429])('waits until the time in the header, status %d', (status) => {
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 10:00:00 GMT', status)).toBe(30_000);
	});

	it('goes halfway to a time that is near, since the header has whole seconds', () => {
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 09:59:33 GMT')).toBe(3000);
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 09:59:32 GMT')).toBe(1000);
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 09:59:31 GMT')).toBe(500);
	});

	it('does not know how long when the time in the header is over, for clocks differ', () => {
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 09:59:30 GMT')).toBe('unknown');
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 09:00:00 GMT')).toBe('unknown');
	});

	it('does not wait for the end of the hour because of requests at once', () => {
		expect(limitedBy(parallel, 'Thu, 16 Jul 2026 10:00:00 GMT')).toBe('unknown');
	});

	it.each([undefined, '', 'soon'])('does not know how long with the header %j', (until) => {
		expect(limitedBy(perHour, until)).toBe('unknown');
	});

	it.each(['<html></html>', '', undefined, null])('reads a refusal with the body %j', (body) => {
		const answer = { status: 420, headers: {}, body };
		expect(yandexMarket.rateLimit!(answer, now)).toBe('unknown');
		expect(yandexMarket.refusal(answer)).toBe('');
	});

	it.each([200, 400, 403, 500, 503])('is not what the status %d is about', (status) => {
		expect(limitedBy(perHour, 'Thu, 16 Jul 2026 10:00:00 GMT', status)).toBeUndefined();
	});
});

describe('refusals of Yandex Market', () => {
	const refusal = (status: number, body: unknown) =>
		yandexMarket.refusal({ status, headers: {}, body });

	it('tells all messages and codes', () => {
		const errors = [{ code: 'BAD_REQUEST', message: 'Missing field: message' }, { code: 'OTHER' }];
		expect(refusal(400, { status: 'ERROR', errors })).toBe(
			'Missing field: message, code BAD_REQUEST; code OTHER',
		);
	});

	it('knows success', () => {
		expect(refusal(200, { status: 'OK' })).toBeUndefined();
		expect(refusal(200, { campaigns: [] })).toBeUndefined();
	});

	it('finds no words where there are none', () => {
		expect(refusal(403, { status: 'ERROR', errors: null })).toBe('');
		expect(refusal(200, { status: 'ERROR' })).toBe('');
	});
});

describe('lanes of Yandex Market', () => {
	it.each([
		['/v2/businesses/924574/chats', '924574'],
		['/v2/businesses/7/chats/file/send', '7'],
		['/v2/campaigns', ''],
	])('has the requests to %s in the lane %j', (url, lane) => {
		expect(yandexMarket.lane!({ url } as Request)).toBe(lane);
	});
});
