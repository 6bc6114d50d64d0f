import { type Answer, type Provider, words } from '../shared';

interface Body {
	status?: string;
	errors?: Array<{ code?: string; message?: string }> | null;
	result?: unknown;
}

const second = 1000;

function said(body: unknown): string {
	const { errors } = (body ?? {}) as Body;
	return (errors ?? [])
		.map(({ code, message }) => words(message, code && `code ${code}`))
		.join('; ');
}

/**
 * There are two limits: requests at once per business, and requests per hour for a resource. Only
 * the second ends at the time that the header names, and every answer has that header. It has whole
 * seconds, so that the limit may end before: of a short wait, half is waited out before it is tried.
 */
function rateLimit({ status, headers, body }: Answer, now: number) {
	if (status !== 420 && status !== 429) return undefined;
	const until = Date.parse(headers['x-ratelimit-resource-until'] ?? '');
	if (Number.isNaN(until) || /parallel/i.test(said(body))) return 'unknown';
	const left = until - now;
	if (left <= 0) return 'unknown';
	return left > 2 * second ? left : left / 2;
}

/**
 * Yandex Market's dialect.
 * Sources: https://yandex.com/dev/market/partner-api/doc/en/concepts/error-codes and
 * https://yandex.com/dev/market/partner-api/doc/en/concepts/limits
 */
export const yandexMarket: Provider = {
	name: 'Yandex Market',
	credential: 'yandexMarketApi',
	secrets: ['apiKey', 'oAuthToken'],
	parallel: 4,
	mostParallel: 4,
	lane: ({ url }) => /\/businesses\/(\d+)\//.exec(url)?.[1] ?? '',
	quota: ({ method, url }) => `${method} ${url}`,
	refusal({ status, body }) {
		const isRefusal = status >= 400 || (body as Body | undefined)?.status === 'ERROR';
		return isRefusal ? said(body) : undefined;
	},
	rateLimit,
	records: (body) => (body as Body).result,
};
