import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { askForLogIn, LogInRefused, oneLogIn, type Provider } from '../shared';
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
	const { baseUrl, logInPath, userName, password, domain, token = '' } = credentials;
	const address = String(baseUrl).trim().replace(/\/+$/, '');
	const path = String(logInPath).trim().replace(/^\/*/, '/');
	const key = [address, path, userName, password, domain, token].map(String);
	return await oneLogIn(key, async () => {
		const body = await askForLogIn(http, atLogIn, {
			method: 'POST',
			url: address + path,
			headers: { Accept: 'application/json' },
			body: { loginname: userName, password, ...(domain ? { domain } : {}) },
			json: true,
		});
		const given = (body as { token?: unknown } | undefined)?.token;
		if (typeof given === 'string' && given !== '') return given;
		throw new LogInRefused(
			'Log-in not accepted: the answer holds no token. Check the base URL and the log-in path of the credential',
		);
	});
}
