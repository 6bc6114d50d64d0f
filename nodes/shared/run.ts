import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { acceptedBefore, forget, remember } from './accepted';
import type { Arrival } from './door';
import type { Conduct } from './exchange';
import { exchange } from './exchange';
import { readItem } from './item';
import type { Item } from './item';
import { readList } from './list';
import type { Operation, Provider } from './operation';
import { fileItem } from './output';
import { Unfit } from './parse';
import { laneOf } from './slots';
import * as tell from './tell';

type Told = Error & { description?: string | null };

/** What has come of one item. */
type Result = { output: INodeExecutionData[] } | { error: Told } | undefined;

/** The operation that an item's parameters choose; `undefined` when there is no such. */
export type OperationOf = (context: Arrival['context']) => Operation | undefined;

const minute = 60_000;

const isSecret = (value: unknown): value is string => typeof value === 'string' && value !== '';

interface RequestOptions {
	longestWait?: number;
	requestsAtOnce?: number;
	batching?: { batch?: { batchInterval?: number } };
}

function conductOf({ context }: Arrival, provider: Provider): Conduct & { batched: boolean } {
	const options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	const wanted = Number(options.requestsAtOnce ?? provider.parallel);
	const most = provider.mostParallel ?? Infinity;
	return {
		provider,
		requestsAtOnce: Math.max(1, Math.min(Number.isInteger(wanted) ? wanted : 1, most)),
		longestWait: Number(options.longestWait ?? 15) * minute,
		signal: context.getExecutionCancelSignal(),
		batched: (options.batching?.batch?.batchInterval ?? 0) > 0,
		patience: new Map(),
		async secrets() {
			const credential = await context.getCredentials(provider.credential);
			return provider.secrets.map((name) => credential[name]).filter(isSecret);
		},
	};
}

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

const linked = (records: IDataObject[], item: number): INodeExecutionData[] =>
	records.map((json) => ({ json, pairedItem: { item } }));

async function perform(item: Item, conduct: Conduct): Promise<INodeExecutionData[]> {
	const { context, index, operation, parameters, request } = item;
	const { provider } = conduct;
	const { id, name } = context.getNode().credentials?.[provider.credential] ?? {};
	const lane = laneOf([provider.credential, id ?? name, provider.lane?.(request)].join('\n'));
	const ask = async () => await exchange(item, lane, conduct);
	if (operation.download) {
		const { answer, records } = await ask();
		if (!Buffer.isBuffer(answer.body)) return linked(records, index);
		return [await fileItem(operation.download(answer, parameters), item)];
	}
	return linked(await readList(item, provider, ask), index);
}

/** Reads and checks all items; in order, so that the first unfit one is told first. */
async function readAll(arrivals: Arrival[], operationOf: OperationOf) {
	return await Promise.all(
		arrivals.map(async ({ context, request }): Promise<{ item: Item } | { error: Error }> => {
			try {
				const operation = operationOf(context);
				if (!operation) throw new Unfit("'Operation' must be one of those that the node offers");
				return { item: await readItem(context, request, operation) };
			} catch (error) {
				if (!(error instanceof Unfit)) return { error: error as Error };
				return { error: tell.unfit(context.getNode(), context.getItemIndex(), error.message) };
			}
		}),
	);
}

/** Sends the items in order, so many at once; after a failure that ends the node, no more. */
async function sendAll(items: Array<Item | undefined>, results: Result[], conduct: Conduct, stops: boolean) {
	let next = 0;
	let failed = false;
	const work = async () => {
		while (next < items.length && !(stops && failed)) {
			const position = next++;
			const item = items[position];
			if (!item) continue;
			try {
				const output = acceptedBefore(item) ?? (await perform(item, conduct));
				results[position] = { output };
			} catch (error) {
				failed = true;
				const isUnfit = error instanceof Unfit;
				const told = isUnfit ? tell.unfit(item.context.getNode(), item.index, error.message) : error;
				results[position] = { error: told as Error };
			}
		}
	};
	await Promise.all(Array.from({ length: conduct.requestsAtOnce }, work));
}

/** Says how far the node came before it ended. */
function addProgress(error: Told, sent: number, all: number) {
	if (all < 2) return;
	const repeat = sent > 0 ? '; a retry does not send them again' : '';
	error.description = `${error.description ?? ''}. ${sent} of ${all} items were accepted${repeat}`;
}

/**
 * One run of a node: checks all items, then sends them. When an item fails and the node is not
 * set to continue, nothing more is sent, and what was accepted is remembered for a retry.
 */
export async function carryOut(
	arrivals: Arrival[],
	provider: Provider,
	operationOf: OperationOf,
): Promise<void> {
	const first = arrivals[0]!;
	const stops = !first.context.continueOnFail();
	const conduct = conductOf(first, provider);
	if (stops && !conduct.batched && isBroken(first, arrivals.length)) {
		for (const { resolve } of arrivals) resolve([]);
		return;
	}
	const read = await readAll(arrivals, operationOf);
	const items = read.map((one) => ('item' in one ? one.item : undefined));
	const results: Result[] = read.map((one) => ('error' in one ? one : undefined));
	const isUnfit = results.some(Boolean);
	if (!(stops && isUnfit)) await sendAll(items, results, conduct, stops);

	const accepted = items.flatMap((item, position) => {
		const result = results[position];
		return item && result && 'output' in result ? [{ item, output: result.output }] : [];
	});
	const failure = results.find((result) => result && 'error' in result) as { error: Error } | undefined;
	if (stops && failure) addProgress(failure.error, accepted.length, arrivals.length);
	if (stops && (failure || conduct.batched)) remember(accepted);
	else if (accepted[0] && accepted[0].item.operation.effect !== 'read') forget(accepted[0].item);

	arrivals.forEach(({ context, resolve, reject }, position) => {
		const result = results[position];
		if (!result) resolve([]);
		else if ('output' in result) resolve(result.output);
		else if (stops) reject(result.error);
		else resolve(errorOutput(result.error, context.getItemIndex()));
	});
}
