import type { ICredentialTestRequest, ICredentialType } from 'n8n-workflow';

import { baseUrl, field, whenStatus, withHeaders } from '../nodes/shared';

export class YandexMarketApi implements ICredentialType {
	name = 'yandexMarketApi';

	displayName = 'Yandex Market API';

	icon = {
		light: 'file:../icons/yandexMarket.svg',
		dark: 'file:../icons/yandexMarket.dark.svg',
	} as const;

	documentationUrl = 'https://yandex.com/dev/market/partner-api/doc/en/concepts/authorization';

	properties = [
		field.choice('Authentication Method', 'authenticationMethod', {
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'OAuth Token', value: 'oAuthToken' },
			],
			default: 'apiKey',
			description: 'Yandex Market recommends the API key; OAuth tokens are deprecated',
		}),
		field.secret('API Key', 'apiKey', {
			required: true,
			placeholder: 'e.g. ACMA:…',
			description:
				'Made in the seller account under Settings, API and Modules, with access to the communication with customers',
			displayOptions: { show: { authenticationMethod: ['apiKey'] } },
		}),
		field.secret('OAuth Token', 'oAuthToken', {
			required: true,
			description: 'A token with the permission market:partner-api; it is valid for one year',
			displayOptions: { show: { authenticationMethod: ['oAuthToken'] } },
		}),
		baseUrl('Yandex Market', 'https://api.partner.market.yandex.ru'),
	];

	authenticate = withHeaders(({ authenticationMethod, oAuthToken, apiKey }): Record<string, string> =>
		authenticationMethod === 'oAuthToken'
			? { Authorization: `Bearer ${String(oAuthToken)}` }
			: { 'Api-Key': String(apiKey) },
	);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/v2/campaigns', qs: { limit: 1 } },
		rules: whenStatus({
			401: 'Yandex Market does not accept this API key',
			403: 'Yandex Market denies access: the OAuth token may be invalid or expired, the API key may lack access to the communication with customers, or the business may be inactive',
		}),
	};
}
