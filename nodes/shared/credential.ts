import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { field } from './kinds';
import type { Field } from './operation';

/** The address of a service that has but one; the credentials of others ask for it. */
export const baseUrl = (service: string, address: string): Field =>
	field.text('Base URL', 'baseUrl', {
		required: true,
		default: address,
		description: `Change it only to reach ${service} through a proxy of your own`,
	});

/** The base URL of a credential, without what stands around it by accident. */
export const baseUrlOf = ({ baseUrl: written = '' }: ICredentialDataDecryptedObject): string =>
	String(written).trim().replace(/\/+$/, '');

/** What a log-in has given, which n8n renews when it no longer holds. */
export const renewedToken = (displayName: string, name: string): Field => ({
	...field.secret(displayName, name, { typeOptions: { expirable: true, password: true } }),
	type: 'hidden',
});

/** What the test of a credential tells about answers, by their status. */
export const whenStatus = (messages: Record<number, string>) =>
	Object.entries(messages).map(([value, message]) => ({
		type: 'responseCode' as const,
		properties: { value: Number(value), message },
	}));

/**
 * Has each request carry headers made of a credential. Not n8n's generic form: that evaluates an
 * expression for each header of each request.
 */
export const withHeaders =
	(headersOf: (credential: ICredentialDataDecryptedObject) => Record<string, string>) =>
	async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, ...headersOf(credential) },
	});
