import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withHeaders } from '../nodes/shared/withHeaders';

export class YandexMarketApi implements ICredentialType {
	name = 'yandexMarketApi';

	displayName = 'Yandex Market API';

	icon = {
		light: 'file:../icons/yandexMarket.svg',
		dark: 'file:../icons/yandexMarket.dark.svg',
	} as const;

	documentationUrl = 'https://yandex.com/dev/market/partner-api/doc/en/concepts/authorization';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication Method',
			name: 'authenticationMethod',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'OAuth Token', value: 'oAuthToken' },
			],
			default: 'apiKey',
			description: 'Yandex Market recommends the API key; OAuth tokens are deprecated',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. ACMA:…',
			description:
				'Made in the seller account under Settings, API and Modules, with access to the communication with customers',
			displayOptions: { show: { authenticationMethod: ['apiKey'] } },
		},
		{
			displayName: 'OAuth Token',
			name: 'oAuthToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'A token with the permission market:partner-api; it is valid for one year',
			displayOptions: { show: { authenticationMethod: ['oAuthToken'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.partner.market.yandex.ru',
			description: 'Change it only to reach Yandex Market through a proxy of your own',
		},
	];

	authenticate = withHeaders(({ authenticationMethod, oAuthToken, apiKey }): Record<string, string> =>
		authenticationMethod === 'oAuthToken'
			? { Authorization: `Bearer ${String(oAuthToken)}` }
			: { 'Api-Key': String(apiKey) },
	);

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/v2/campaigns',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Yandex Market does not accept this API key' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Yandex Market denies access: the OAuth token may be invalid or expired, the API key may lack access to the communication with customers, or the business may be inactive',
				},
			},
		],
	};
}
