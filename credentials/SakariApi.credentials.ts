import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
} from 'n8n-workflow';

import { logIn } from '../nodes/Sakari/logIn';
import { baseUrl, field, renewedToken, whenStatus, withHeaders } from '../nodes/shared';

export class SakariApi implements ICredentialType {
	name = 'sakariApi';

	displayName = 'Sakari API';

	icon = { light: 'file:../icons/sakari.svg', dark: 'file:../icons/sakari.dark.svg' } as const;

	documentationUrl = 'https://developer.sakari.io/quickstart';

	properties = [
		field.text('Account ID', 'accountId', {
			required: true,
			description:
				'Shown with the Client ID and the Client Secret on hub.sakari.io under Settings, Account Settings, API, Generate',
		}),
		field.text('Client ID', 'clientId', { required: true }),
		field.secret('Client Secret', 'clientSecret', { required: true }),
		baseUrl('Sakari', 'https://api.sakari.io'),
		renewedToken('Access Token', 'accessToken'),
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
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
		rules: whenStatus({
			401: 'Sakari does not accept this log-in',
			403: 'Sakari does not give access to this Account ID',
			404: 'Sakari does not know this Account ID',
		}),
	};
}
