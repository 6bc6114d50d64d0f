import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { tokenFrom } from '../shared';
import { sakari } from './provider';

/**
 * Logs in with the client's ID and secret. The token's lifetime is not documented: it is used
 * until Sakari answers 401.
 * Source: https://developer.sakari.io/api-reference/authentication/get-token-for-accessing-apis
 *
 * @returns the access token
 */
export async function logIn(
	http: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<string> {
	const { clientId, clientSecret, accessToken } = credential;
	return await tokenFrom(http, sakari, credential, {
		path: '/oauth2/token',
		body: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
		key: [clientId, clientSecret, accessToken ?? ''],
		token: 'access_token',
		noToken: 'Log-in not accepted: the answer holds no access_token',
	});
}
