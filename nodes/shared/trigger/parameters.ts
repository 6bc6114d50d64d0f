import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { checkFields, surroundingsOf } from '../check';
import type { Field, Parameters } from '../operation';

type Context = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** Reads and checks the parameters of a trigger; collections are nested. Throws `Unfit`. */
export const parametersOf = (context: Context, fields: Field[]): Parameters =>
	checkFields(
		fields,
		({ name, default: fallback }) => context.getNodeParameter(name, fallback),
		surroundingsOf(context),
	);
