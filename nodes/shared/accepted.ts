import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Item } from './item';

/**
 * What a node has had accepted in this execution, for n8n's "Retry On Fail" and for executions
 * retried from the list: both run the whole node again. Kept in the execution's own data, by run
 * of the node and item, and only while a repeat may come.
 */
interface Memory {
	[runIndex: string]: { [itemIndex: string]: { digest: string; json: IDataObject[] } };
}

const memoryOf = ({ context }: Item): Memory => {
	const node = context.getContext('node') as { accepted?: Memory };
	return (node.accepted ??= {});
};

/** Loops run a node several times in one execution; each time it is to send. */
const runOf = ({ context, index }: Item) =>
	String(context.evaluateExpression('{{ $runIndex }}', index));

/** Tells apart items: a changed one is not the one that was accepted. */
function digestOf({ context, operation, parameters, request, files }: Item): string {
	const { binary } = context.getInputData();
	const contents = files.map(({ field }) => binary?.[field]?.id ?? binary?.[field]?.data.length);
	const told = JSON.stringify([operation.path, request.baseURL, parameters, contents]);
	return createHash('sha256').update(told).digest('base64');
}

/** The output of an item that was accepted in an earlier try of this run of the node. */
export function acceptedBefore(item: Item): INodeExecutionData[] | undefined {
	if (item.operation.effect === 'read') return undefined;
	const { accepted } = item.context.getContext('node') as { accepted?: Memory };
	const entry = accepted?.[runOf(item)]?.[item.index];
	if (entry?.digest !== digestOf(item)) return undefined;
	return entry.json.map((json) => ({ json, pairedItem: { item: item.index } }));
}

/** Remembers what was accepted, because the node is about to end with an error. */
export function remember(accepted: Array<{ item: Item; output: INodeExecutionData[] }>): void {
	for (const { item, output } of accepted) {
		if (item.operation.effect === 'read') continue;
		const run = (memoryOf(item)[runOf(item)] ??= {});
		run[item.index] = { digest: digestOf(item), json: output.map(({ json }) => json) };
	}
}

/** Forgets a run of the node that has ended well. */
export function forget(item: Item): void {
	const node = item.context.getContext('node') as { accepted?: Memory };
	if (node.accepted) delete node.accepted[runOf(item)];
}
