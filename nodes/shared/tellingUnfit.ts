import type {
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { Unfit } from './parse';

/** Carries out a part of a trigger, or of a list of the editor; names the node where something is unfit. */
export async function tellingUnfit<Result>(
	context: IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions,
	task: () => Promise<Result>,
): Promise<Result> {
	return await task().catch((error: Error) => {
		throw error instanceof Unfit ? new NodeOperationError(context.getNode(), error.message) : error;
	});
}
