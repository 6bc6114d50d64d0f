import type { Provider } from '../shared';
import { refusal } from './refusal';

/** Sakari's dialect. Source: https://developer.sakari.io and its OpenAPI file. */
export const sakari: Provider = {
	name: 'Sakari',
	credential: 'sakariApi',
	secrets: ['clientSecret', 'accessToken'],
	parallel: 10,
	prefix: ({ accountId }) => `/v1/accounts/${encodeURIComponent(String(accountId).trim())}`,
	groups: true,
	refusal,
	records: (body) => (body as { data?: unknown } | undefined)?.data,
	logInProbe: { method: 'GET', url: '/contacts?limit=1' },
};
