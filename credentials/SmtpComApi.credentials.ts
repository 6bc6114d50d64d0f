import type { IAuthenticate, ICredentialTestRequest, ICredentialType } from 'n8n-workflow';

import { baseUrl, field, whenStatus, withHeaders } from '../nodes/shared';

const refused = 'SMTP.com does not accept this API key';

const inHeader = withHeaders(({ apiKey, authenticationMethod }): Record<string, string> =>
	authenticationMethod === 'basic'
		? { Authorization: `Basic ${Buffer.from(`api:${String(apiKey)}`).toString('base64')}` }
		: { 'X-SMTPCOM-API': String(apiKey) },
);

export class SmtpComApi implements ICredentialType {
	name = 'smtpComApi';

	displayName = 'SMTP.com API';

	icon = { light: 'file:../icons/smtpCom.svg', dark: 'file:../icons/smtpCom.dark.svg' } as const;

	documentationUrl = 'https://www.smtp.com/smtp-api-documentation/';

	properties = [
		field.secret('API Key', 'apiKey', {
			required: true,
			description: 'Made in the API settings of the SMTP.com control panel',
		}),
		field.choice('Authentication Method', 'authenticationMethod', {
			default: 'header',
			description: 'How the key goes with a request; SMTP.com takes the same key in all three ways',
			options: [
				{ name: 'Basic Authentication', value: 'basic' },
				{ name: 'Header X-SMTPCOM-API', value: 'header' },
				{
					name: 'Query Parameter api_key',
					value: 'query',
					description: 'Servers on the way may write the key into their logs',
				},
			],
		}),
		baseUrl('SMTP.com', 'https://api.smtp.com'),
	];

	authenticate: IAuthenticate = async (credential, request) =>
		credential.authenticationMethod === 'query'
			? { ...request, qs: { ...request.qs, api_key: String(credential.apiKey) } }
			: await inHeader(credential, request);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/v4/account' },
		rules: [
			...whenStatus({ 401: refused }),
			{
				type: 'responseSuccessBody',
				properties: { key: 'status', value: 'fail', message: refused },
			},
		] as ICredentialTestRequest['rules'],
	};
}
