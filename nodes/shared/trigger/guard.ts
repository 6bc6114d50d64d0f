import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { givenSecret, isSecret } from './secret';
import { memoryOf } from './side';

/** Whether a call knows the secret of the address that this trigger has registered. */
export const isGenuine = (context: IWebhookFunctions): boolean =>
	isSecret(givenSecret(context.getQueryData() as object), memoryOf(context).secret);

/** Answers a call with a status and nothing to read, and starts nothing. */
export function refuse(context: IWebhookFunctions, status: 400 | 401): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
