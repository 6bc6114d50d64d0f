import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { askForLogIn, LogInRefused, oneLogIn } from '../shared';
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
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { baseUrl, clientId, clientSecret, accessToken } = credentials;
	const address = String(baseUrl).trim().replace(/\/+$/, '');
	const key = [address, clientId, clientSecret, accessToken ?? ''].map(String);
	return await oneLogIn(key, async () => {
		const body = await askForLogIn(http, sakari, {
			method: 'POST',
			url: `${address}/oauth2/token`,
			headers: { Accept: 'application/json' },
			body: {
				grant_type: 'client_credentials',
				client_id: clientId,
				client_secret: clientSecret,
			},
			json: true,
		});
		const token = (body as { access_token?: unknown } | undefined)?.access_token;
		if (typeof token === 'string' && token !== '') return token;
		throw new LogInRefused('Log-in not accepted: the answer holds no access_token');
	});
}
