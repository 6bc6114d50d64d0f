import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { aboutOf } from './conduct';
import type { Conduct } from './conduct';
import type { Ready, Told } from './deliver';
import type { Item } from './item';
import * as tell from './tell';

/** What came of an item in an earlier try: its output, or why nobody knows. */
type Entry = { digest: string } & ({ json: IDataObject[] } | { unclear: string; advice: string });

/**
 * What a node has sent in this execution, for n8n's "Retry On Fail" and for executions retried from
 * the list: both run the whole node again. Kept in the execution's own data, by run of the node
 * and item, and only while a repeat may come.
 */
interface Memory {
	[runIndex: string]: { [itemIndex: string]: Entry };
}

const nodeData = ({ context }: Item) => context.getContext('node') as { sent?: Memory };

/** Loops run a node several times in one execution; each time it is to send. */
const runOf = ({ context, index }: Item) =>
	String(context.evaluateExpression('{{ $runIndex }}', index));

/**
 * Tells apart items by what they are made from: the input and the node's parameters as they are
 * written, without those that say how to send. Values may differ from try to try, as that of `$now`.
 */
function digestOf({ input }: Item, { node, request }: Conduct): string {
	const { json, binary = {} } = input;
	const { requestOptions: _, ...parameters } = node.parameters;
	const files = Object.entries(binary).map(([field, { id, data }]) => [field, id ?? data.length]);
	const told = JSON.stringify([parameters, request.baseURL, json, files]);
	return createHash('sha256').update(told).digest('base64');
}

/** Whether a person, and not "Retry On Fail", has the execution repeated. */
const isAskedFor = ({ context }: Item) => context.getMode() === 'retry';

/**
 * What came of an item in an earlier try of this run of the node, where it must not be sent again:
 * it was accepted, or nobody knows and nobody has looked.
 */
export function fromBefore(item: Item, conduct: Conduct): Ready['result'] {
	const { sent } = nodeData(item);
	const entry = sent?.[runOf(item)]?.[item.index];
	if (!entry || entry.digest !== digestOf(item, conduct)) return undefined;
	if ('json' in entry) {
		const pairedItem = { item: item.index };
		return { output: entry.json.map((json): INodeExecutionData => ({ json, pairedItem })) };
	}
	if (isAskedFor(item)) return undefined;
	return { error: tell.stillUncertain(aboutOf(item, conduct), entry.unclear, entry.advice) };
}

function entryOf({ item, result }: Ready, conduct: Conduct): Entry | undefined {
	const digest = digestOf(item, conduct);
	if (result && 'output' in result) return { digest, json: result.output.map(({ json }) => json) };
	const error: Told | undefined = result?.error;
	if (!error || !tell.isUncertain(error)) return undefined;
	return { digest, unclear: error.message, advice: error.description ?? '' };
}

/** Remembers what must not be sent again, because the node is about to end with an error. */
export function remember(works: Ready[], conduct: Conduct): void {
	for (const work of works) {
		if (work.item.operation.effect === 'read') continue;
		const entry = entryOf(work, conduct);
		if (!entry) continue;
		const run = ((nodeData(work.item).sent ??= {})[runOf(work.item)] ??= {});
		run[work.item.index] = entry;
	}
}

/** Forgets a run of the node that has ended well. */
export function forget(item: Item): void {
	const { sent } = nodeData(item);
	if (sent) delete sent[runOf(item)];
}
