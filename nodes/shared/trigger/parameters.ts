import type {
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { checkFields } from '../check';
import type { Field, Parameters } from '../operation';
import { Unfit } from '../parse';

type Context = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** Reads and checks the parameters of a trigger; collections are nested. Throws `Unfit`. */
export const parametersOf = (context: Context, fields: Field[]): Parameters =>
	checkFields(
		fields,
		({ name, default: fallback }) => context.getNodeParameter(name, fallback),
		{ timezone: context.getTimezone() },
	);

/** Carries out a part of a trigger, and names the node where something is unfit. */
export async function asTrigger<Result>(
	context: Context | ILoadOptionsFunctions,
	task: () => Promise<Result>,
): Promise<Result> {
	return await task().catch((error: Error) => {
		throw error instanceof Unfit ? new NodeOperationError(context.getNode(), error.message) : error;
	});
}
