import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { givenSecret, isSecret } from './secret';
import { secretsOf } from './side';

/** Whether a call knows the secret of the address that this trigger has registered. */
export function isGenuine(context: IWebhookFunctions): boolean {
	const given = givenSecret(context.getQueryData() as object);
	return secretsOf(context).some((secret) => isSecret(given, secret));
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
