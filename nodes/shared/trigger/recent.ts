import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { keyOf, memoryOf } from './side';

/**
 * How many deliveries to a trigger are remembered: in this process, and over a restart. A repeat that
 * comes after so many others starts the workflow again. n8n stores the latter with every delivery.
 */
interface Bounds {
	here: number;
	kept: number;
}

const usual: Bounds = { here: 5000, kept: 500 };

const mostTriggers = 200;
const recent = new Map<string, Set<string>>();

function deliveriesTo(trigger: string): Set<string> {
	const known = recent.get(trigger) ?? new Set();
	recent.delete(trigger);
	recent.set(trigger, known);
	if (recent.size > mostTriggers) recent.delete(recent.keys().next().value!);
	return known;
}

const digest = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 16);

function remembered(context: IWebhookFunctions): Set<string> {
	const known = deliveriesTo(keyOf(context));
	for (const one of memoryOf(context).recent ?? []) known.add(one);
	return known;
}

/** Whether a delivery has come before. */
export const hasCome = (context: IWebhookFunctions, id: string): boolean =>
	remembered(context).has(digest(id));

/**
 * The deliveries of one call that have not come before, nor twice in it; they are remembered. n8n
 * loads what it stores anew for each call, so calls at the same time are told from each other by
 * the memory of this process.
 *
 * @param identify what repeats of a delivery have in common
 */
export function withoutRepeats<Delivery>(
	context: IWebhookFunctions,
	deliveries: Delivery[],
	identify: (delivery: Delivery) => string,
	{ here, kept } = usual,
): Delivery[] {
	const known = remembered(context);
	const fresh = deliveries.filter((delivery) => {
		const before = known.size;
		return known.add(digest(identify(delivery))).size > before;
	});
	if (fresh.length === 0) return [];
	for (const oldest of known) {
		if (known.size <= here) break;
		known.delete(oldest);
	}
	memoryOf(context).recent = [...known].slice(-kept);
	return fresh;
}
