import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { registeredSecrets } from './registration';
import type { Registering, Registration } from './registration';
import { givenSecret, hasForm, isSecret } from './secret';
import { secretsOf } from './side';

/** Where a trigger takes calls, which it answers itself. */
export const webhook: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	path: 'webhook',
};

/**
 * Whether a call knows the secret of the address that this trigger has registered. In queue mode
 * another process has registered it, and what that has stored may be lost: then the provider knows.
 */
export async function isGenuine<Kept extends Registration>(
	context: IWebhookFunctions,
	registryOf: Registering<Kept>,
): Promise<boolean> {
	const given = givenSecret(context.getQueryData() as object);
	const isGiven = (secret: string | undefined) => isSecret(given, secret);
	if (secretsOf(context).some(isGiven)) return true;
	// A test is registered and called in one process
	if (!hasForm(given) || context.getMode() === 'manual') return false;
	return (await registeredSecrets(context, registryOf)).some(isGiven);
}

/**
 * Answers a call by itself, with a status and, unless the provider wants to read something, nothing
 * to read. What a trigger remembers is stored when it does so. If n8n gives the answer, it first
 * starts the execution, and with that forgets that there is something to store.
 */
function answer(context: IWebhookFunctions, status: number, body?: object): IWebhookResponseData {
	const response = context.getResponseObject().status(status);
	if (body) response.json(body);
	else response.end();
	return { noWebhookResponse: true };
}

/** Answers a call, and starts nothing. */
export const refuse = (
	context: IWebhookFunctions,
	status: 400 | 401 | 403 | 500,
	body?: object,
): IWebhookResponseData => answer(context, status, body);

/** Answers a call, and starts the workflow if there is something to start it with. */
export function accept(
	context: IWebhookFunctions,
	events: IDataObject[],
	body?: object,
): IWebhookResponseData {
	const response = answer(context, 200, body);
	if (events.length === 0) return response;
	return { ...response, workflowData: [context.helpers.returnJsonArray(events)] };
}
