import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { logIn } from '../nodes/Sakari/logIn';
import { withHeaders } from '../nodes/shared/withHeaders';

export class SakariApi implements ICredentialType {
	name = 'sakariApi';

	displayName = 'Sakari API';

	icon = {
		light: 'file:../icons/sakari.svg',
		dark: 'file:../icons/sakari.dark.svg',
	} as const;

	documentationUrl = 'https://developer.sakari.io/quickstart';

	properties: INodeProperties[] = [
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			required: true,
			default: '',
			description:
				'Shown with the Client ID and the Client Secret on hub.sakari.io under Settings, Account Settings, API, Generate',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.sakari.io',
			description: 'Change it only to reach Sakari through a proxy of your own',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { accessToken: await logIn(this, credentials) };
	}

	authenticate = withHeaders(({ accessToken }) => ({
		Authorization: `Bearer ${String(accessToken)}`,
	}));

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}/v1/accounts/{{ encodeURIComponent($credentials.accountId.trim()) }}',
			url: '/contacts',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Sakari does not accept this log-in' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Sakari does not give access to this Account ID' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Sakari does not know this Account ID' },
			},
		],
	};
}
