import { field } from './kinds';
import type { Field } from './operation';

/** The address of a service that has but one; the credentials of others ask for it. */
export const baseUrl = (service: string, address: string): Field =>
	field.text('Base URL', 'baseUrl', {
		required: true,
		default: address,
		description: `Change it only to reach ${service} through a proxy of your own`,
	});

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
