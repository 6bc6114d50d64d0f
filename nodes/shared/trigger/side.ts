import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What a webhook trigger keeps between calls and over restarts. */
export interface Memory {
	/** Stands in the address that is registered, and so in every genuine call. */
	secret?: string;
	/** The address without it. */
	place?: string;
	/** Digests of the latest deliveries. */
	recent?: string[];
}

type Context = IHookFunctions | IWebhookFunctions;

type Side = 'test' | 'production';

/**
 * n8n registers a webhook for a test run beside the one of the active workflow, at an address of
 * its own. What belongs to one must not touch the other.
 */
const sideOf = (context: Context | IPollFunctions): Side =>
	context.getMode() === 'manual' ? 'test' : 'production';

/** What tells a side of a trigger from all others in this process. */
export const keyOf = (context: Context | IPollFunctions, side = sideOf(context)): string =>
	[context.getWorkflow().id, context.getNode().id, side].join('\n');

const sides = (context: Context) =>
	context.getWorkflowStaticData('node') as Partial<Record<Side, Memory>>;

export function memoryOf(context: Context): Memory {
	const all = sides(context);
	const side = sideOf(context);
	all[side] ??= {};
	// What n8n has stored notices changes, unlike what was handed to it
	return all[side];
}

/** The secrets of what this process has registered. */
const registered = new Map<string, string>();

/** For all processes of n8n. */
export function storeSecret(context: Context, secret: string): void {
	const memory = memoryOf(context);
	const place = context.getNodeWebhookUrl('default');
	// Nothing changes as a rule. n8n would store all that it had loaded, without what came meanwhile
	if (memory.secret !== secret || memory.place !== place) Object.assign(memory, { secret, place });
}

export function rememberSecret(context: IHookFunctions, secret: string): void {
	storeSecret(context, secret);
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

/** Forgets what was registered. Where that ends, n8n names no mode that tells the sides apart. */
export function forgetSide(context: IHookFunctions): void {
	const all = sides(context);
	for (const side of ['test', 'production'] as const) {
		if (all[side]?.place !== context.getNodeWebhookUrl('default')) continue;
		delete all[side];
		registered.delete(keyOf(context, side));
	}
}
