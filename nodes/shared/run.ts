import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { conductOf } from './conduct';
import type { Conduct } from './conduct';
import { sendAll, told } from './deliver';
import type { Arrival, Ready, Told, Work } from './deliver';
import { readItem } from './item';
import { forget, fromBefore, remember } from './memory';
import type { Operation, Provider } from './operation';
import { Unfit } from './parse';

/** The operation that a node's parameters choose; `undefined` when there is no such. */
export type OperationOf = (context: Arrival['context']) => Operation | undefined;

/**
 * Whether n8n has brought fewer items than the node has: evaluating the parameters of one has
 * failed, and n8n is about to end the node, so nothing must be sent for the others.
 */
function isBroken({ context }: Arrival, arrived: number): boolean {
	const { main, ai_tool: tool } = context.getExecuteData().data;
	const given = (main ?? tool)?.[0]?.length ?? arrived;
	return arrived < (context.getNode().executeOnce ? Math.min(1, given) : given);
}

/**
 * The output of a failed item. n8n knows items that hold just `error` and `message` and leads them
 * to the error output, with the fields of the input item added, so that they can be sent again.
 */
function errorOutput(error: Told, index: number): INodeExecutionData[] {
	const { message, description } = error;
	const json: IDataObject = { error: message, ...(description && { message: description }) };
	return [{ json, pairedItem: { item: index } }];
}

/** Reads and checks all items; in order, so that the first unfit one is told first. */
async function readAll(
	arrivals: Arrival[],
	operation: Operation | undefined,
	{ node }: Conduct,
): Promise<Work[]> {
	return await Promise.all(
		arrivals.map(async (arrival) => {
			const { context, request } = arrival;
			try {
				if (!operation) throw new Unfit("'Operation' must be one of those that the node offers");
				return { arrival, item: await readItem(context, request, operation, node.parameters) };
			} catch (error) {
				return { arrival, result: { error: told(error as Error, arrival) } };
			}
		}),
	);
}

/** Says how far the node came before it ended. */
function addProgress(error: Told, sent: number, all: number) {
	if (all < 2) return;
	const repeat = sent > 0 ? '; a retry does not send them again' : '';
	error.description = `${error.description ?? ''}. ${sent} of ${all} items were accepted${repeat}`;
}

/**
 * One run of a node: checks all items, then sends them. When an item fails and the node is not
 * set to continue, nothing more is sent, and what was sent is remembered for a retry.
 */
export async function carryOut(
	arrivals: Arrival[],
	provider: Provider,
	operationOf: OperationOf,
): Promise<void> {
	const first = arrivals[0]!;
	const stops = !first.context.continueOnFail();
	const conduct = conductOf(first.context, provider);
	if (stops && !conduct.batched && isBroken(first, arrivals.length)) {
		for (const { resolve } of arrivals) resolve([]);
		return;
	}
	const works = await readAll(arrivals, operationOf(first.context), conduct);
	const fit = works.filter((work): work is Ready => work.item !== undefined);
	const isUnfit = fit.length < works.length;
	if (!(stops && isUnfit)) {
		for (const work of fit) work.result = await fromBefore(work.item, conduct);
		const toSend = fit.filter(({ result }) => !result);
		await sendAll(toSend, conduct, stops);
	}

	const accepted = fit.filter(({ result }) => result && 'output' in result);
	const failure = works.flatMap(({ result }) => (result && 'error' in result ? [result.error] : []))[0];
	if (stops && (failure || conduct.batched)) remember(fit, conduct);
	else if (fit[0] && fit[0].item.operation.effect !== 'read') forget(fit[0].item);
	if (stops && failure) addProgress(failure, accepted.length, arrivals.length);

	for (const { arrival, result } of works) {
		const { context, resolve, reject } = arrival;
		if (!result) resolve([]);
		else if ('output' in result) resolve(result.output);
		else if (stops) reject(result.error);
		else resolve(errorOutput(result.error, context.getItemIndex()));
	}
}
