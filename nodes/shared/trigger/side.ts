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
const sideOf = (context: Context): 'test' | 'production' =>
	context.getMode() === 'manual' ? 'test' : 'production';

/** What tells a side of a trigger from all others in this process. */
export const keyOf = (context: Context): string =>
	[context.getWorkflow().id, context.getNode().id, sideOf(context)].join('\n');

const sides = (context: Context) =>
	context.getWorkflowStaticData('node') as { test?: Memory; production?: Memory };

export function memoryOf(context: Context): Memory {
	const all = sides(context);
	const side = sideOf(context);
	all[side] ??= {};
	// What n8n has stored notices changes, unlike what was handed to it
	return all[side];
}

/** The secrets of what this process has registered. */
const registered = new Map<string, string>();

export function rememberSecret(context: Context, secret: string): void {
	memoryOf(context).secret = secret;
	registered.set(keyOf(context), secret);
}

/**
 * The secrets that hold. The one that is stored may be out of date: a call that was under way while
 * the trigger was registered stores all that it had loaded.
 */
export const secretsOf = (context: Context): Array<string | undefined> => [
	memoryOf(context).secret,
	registered.get(keyOf(context)),
];

export function forgetSide(context: Context): void {
	delete sides(context)[sideOf(context)];
	registered.delete(keyOf(context));
}
