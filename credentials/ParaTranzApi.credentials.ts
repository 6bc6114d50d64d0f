import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withHeaders } from '../nodes/shared/withHeaders';

export class ParaTranzApi implements ICredentialType {
	name = 'paraTranzApi';

	displayName = 'ParaTranz API';

	icon = {
		light: 'file:../icons/paraTranz.svg',
		dark: 'file:../icons/paraTranz.dark.svg',
	} as const;

	documentationUrl = 'https://paratranz.cn/docs';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown on paratranz.cn under your profile, Settings, API Token',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://paratranz.cn/api',
			description: 'Change it only to reach ParaTranz through a proxy of your own',
		},
	];

	authenticate = withHeaders(({ apiToken }) => ({ Authorization: `Bearer ${String(apiToken)}` }));

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/mails',
			qs: { page: 1, pageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'ParaTranz does not accept this API token' },
			},
		],
	};
}
