import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What a webhook trigger keeps between calls and over restarts. */
export interface Memory {
	/** Stands in the address that is registered, and so in every genuine call. */
	secret?: string;
	/** Digests of the latest deliveries. */
	recent?: string[];
}

type Context = IHookFunctions | IWebhookFunctions;

/**
 * n8n registers a webhook for a test run beside the one of the active workflow, at an address of
 * its own. What belongs to one must not touch the other.
 */
export const sideOf = (context: Context): 'test' | 'production' =>
	context.getMode() === 'manual' ? 'test' : 'production';

const sides = (context: Context) =>
	context.getWorkflowStaticData('node') as { test?: Memory; production?: Memory };

export function memoryOf(context: Context): Memory {
	const all = sides(context);
	const side = sideOf(context);
	all[side] ??= {};
	// What n8n has stored notices changes, unlike what was handed to it
	return all[side];
}

export function forgetSide(context: Context): void {
	delete sides(context)[sideOf(context)];
}
