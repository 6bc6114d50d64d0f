import type { ICredentialTestRequest, ICredentialType } from 'n8n-workflow';

import { baseUrl, field, whenStatus, withHeaders } from '../nodes/shared';

export class ParaTranzApi implements ICredentialType {
	name = 'paraTranzApi';

	displayName = 'ParaTranz API';

	icon = {
		light: 'file:../icons/paraTranz.svg',
		dark: 'file:../icons/paraTranz.dark.svg',
	} as const;

	documentationUrl = 'https://paratranz.cn/docs';

	properties = [
		field.secret('API Token', 'apiToken', {
			required: true,
			description: 'Shown on paratranz.cn under your profile, Settings, API Token',
		}),
		baseUrl('ParaTranz', 'https://paratranz.cn/api'),
	];

	authenticate = withHeaders(({ apiToken }) => ({ Authorization: `Bearer ${String(apiToken)}` }));

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/mails',
			qs: { page: 1, pageSize: 1 },
		},
		rules: whenStatus({ 401: 'ParaTranz does not accept this API token' }),
	};
}
