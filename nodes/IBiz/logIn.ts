import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { type Provider, tokenFrom } from '../shared';
import { hasCode, iBiz } from './provider';

/** A wrong password comes as an "internal" refusal with status 500, and is none the less definite. */
const atLogIn: Provider = { ...iBiz, certain: hasCode };

/**
 * Trades user name and password for a token, which is used until iBiz answers 401. The server
 * refuses keys that it does not know, so the domain goes along only where there is one.
 * Source: https://github.com/iBizLab/ibiz-service-hub
 */
export async function logIn(
	http: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { logInPath, userName, password, domain, token = '' } = credentials;
	return await tokenFrom(http, atLogIn, credentials, {
		path: String(logInPath).trim().replace(/^\/*/, '/'),
		body: { loginname: userName, password, ...(domain ? { domain } : {}) },
		key: [userName, password, domain, token],
		token: 'token',
		noToken:
			'Log-in not accepted: the answer holds no token. Check the base URL and the log-in path of the credential',
	});
}
