import type { IAuthenticate, ICredentialDataDecryptedObject } from 'n8n-workflow';

/**
 * Has each request carry headers made of a credential. Not n8n's generic form: that evaluates an
 * expression for each header of each request.
 */
export const withHeaders =
	(headersOf: (credential: ICredentialDataDecryptedObject) => Record<string, string>): IAuthenticate =>
	async (credential, request) => ({
		...request,
		headers: { ...request.headers, ...headersOf(credential) },
	});
