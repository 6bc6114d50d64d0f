import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { keyOf, memoryOf } from './side';

/** Deliveries that are remembered per trigger: in this process, and over a restart. */
const mostHere = 5000;
const mostKept = 500;

const mostTriggers = 200;
const recent = new Map<string, Set<string>>();

function deliveriesTo(trigger: string): Set<string> {
	const known = recent.get(trigger) ?? new Set();
	recent.delete(trigger);
	recent.set(trigger, known);
	if (recent.size > mostTriggers) recent.delete(recent.keys().next().value!);
	return known;
}

const digest = (id: string) =>
	createHash('sha256').update(id).digest('base64url').slice(0, 16);

/**
 * Whether a delivery has come before; if not, it is remembered. n8n loads what it stores anew for
 * each call, so calls at the same time are told from each other by the memory of this process.
 *
 * @param id what repeats of a delivery have in common
 */
export function isRepeat(context: IWebhookFunctions, id: string): boolean {
	const memory = memoryOf(context);
	const known = deliveriesTo(keyOf(context));
	for (const one of memory.recent ?? []) known.add(one);
	const delivery = digest(id);
	if (known.has(delivery)) return true;
	known.add(delivery);
	if (known.size > mostHere) known.delete(known.values().next().value!);
	memory.recent = [...known].slice(-mostKept);
	return false;
}
