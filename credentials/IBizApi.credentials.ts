import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { logIn } from '../nodes/IBiz/logIn';
import { withHeaders } from '../nodes/shared/withHeaders';

export class IBizApi implements ICredentialType {
	name = 'iBizApi';

	displayName = 'iBiz API';

	icon = {
		light: 'file:../icons/iBiz.svg',
		dark: 'file:../icons/iBiz.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/iBizLab/iBizOdoo';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://odoo.example.com/api/ibizodoo__ibizodooapp',
			description:
				'Address of the interface of your site: through the gateway /api/ and the names of system and app, joined by two underscores',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			required: true,
			default: '',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Organization ID',
			name: 'organizationId',
			type: 'string',
			required: true,
			default: '',
			description: 'ID of the organization that the user works in (srforgid)',
		},
		{
			displayName: 'System ID',
			name: 'systemId',
			type: 'string',
			required: true,
			default: 'ibizodoo',
			description: 'ID of the system on the site (srfsystemid)',
		},
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			default: '',
			description: 'Domain of the user, on sites that have several',
		},
		{
			displayName: 'Log-In Path',
			name: 'logInPath',
			type: 'string',
			required: true,
			default: '/v7/login',
			description: 'Path below the base URL that gives out tokens',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { token: await logIn(this, credentials) };
	}

	authenticate = withHeaders(({ token, systemId, organizationId }) => ({
		Authorization: `Bearer ${String(token)}`,
		srfsystemid: String(systemId),
		srforgid: String(organizationId),
	}));

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/appdata' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The log-in was accepted, but the user has no access in this organization and system. Check the organization ID and the system ID',
				},
			},
		],
	};
}
