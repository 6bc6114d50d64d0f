import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
} from 'n8n-workflow';

import { logIn } from '../nodes/IBiz/logIn';
import { field, renewedToken, whenStatus, withHeaders } from '../nodes/shared';

export class IBizApi implements ICredentialType {
	name = 'iBizApi';

	displayName = 'iBiz API';

	icon = { light: 'file:../icons/iBiz.svg', dark: 'file:../icons/iBiz.dark.svg' } as const;

	documentationUrl = 'https://github.com/iBizLab/iBizOdoo';

	properties = [
		field.text('Base URL', 'baseUrl', {
			required: true,
			placeholder: 'e.g. https://odoo.example.com/api/ibizodoo__ibizodooapp',
			description:
				'Address of the interface of your site: through the gateway /api/ and the names of system and app, joined by two underscores',
		}),
		field.text('User Name', 'userName', { required: true }),
		field.secret('Password', 'password', { required: true }),
		field.text('Organization ID', 'organizationId', {
			required: true,
			description: 'ID of the organization that the user works in (srforgid)',
		}),
		field.text('System ID', 'systemId', {
			required: true,
			default: 'ibizodoo',
			description: 'ID of the system on the site (srfsystemid)',
		}),
		field.text('Domain', 'domain', {
			description: 'Domain of the user, on sites that have several',
		}),
		field.text('Log-In Path', 'logInPath', {
			required: true,
			default: '/v7/login',
			description: 'Path below the base URL that gives out tokens',
		}),
		renewedToken('Token', 'token'),
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return { token: await logIn(this, credentials) };
	}

	authenticate = withHeaders(({ token, systemId, organizationId }) => ({
		Authorization: `Bearer ${String(token)}`,
		srfsystemid: String(systemId),
		srforgid: String(organizationId),
	}));

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/appdata' },
		rules: whenStatus({
			403: 'The log-in was accepted, but the user has no access in this organization and system. Check the organization ID and the system ID',
		}),
	};
}
