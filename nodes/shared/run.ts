import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { conductOf } from './conduct';
import type { Conduct } from './conduct';
import { sendAll, told } from './deliver';
import type { Ready, Told, Work } from './deliver';
import { readItem } from './item';
import { forget, fromBefore, remember } from './memory';
import type { Operation, Provider, Resource } from './operation';
import { Unfit } from './parse';
import { isUncertain, mayBe, unfit } from './tell';

/** The operation that the node's parameters choose; the same for all items. */
function operationOf(context: IExecuteFunctions, resources: Resource[]): Operation {
	const chosen = (name: string) => context.getNodeParameter(name, 0, '');
	const operation = resources
		.find(({ value }) => value === chosen('resource'))
		?.operations.find(({ value }) => value === chosen('operation'));
	if (!operation) throw new Unfit("'Operation' must be one of those that the node offers");
	return operation;
}

/**
 * The output of a failed item. n8n knows items that hold just `error` and `message` and leads them
 * to the error output, with the fields of the input item added, so that they can be sent again.
 */
function errorOutput({ message, description }: Told, index: number): INodeExecutionData[] {
	const json: IDataObject = { error: message, ...(description && { message: description }) };
	return [{ json, pairedItem: { item: index } }];
}

/** Reads and checks all items, in order, so that the first unfit one is told first. */
async function readAll(
	context: IExecuteFunctions,
	operation: Operation,
	conduct: Conduct,
): Promise<Work[]> {
	return await Promise.all(
		context.getInputData().map(async (input, index) => {
			try {
				return { index, item: await readItem(context, input, index, operation, conduct) };
			} catch (error) {
				return { index, result: { error: told(error as Error, index, conduct) } };
			}
		}),
	);
}

/**
 * Says which item it was, which n8n's editor does not always show, how far the node came before it
 * ended, and what it has left open besides.
 */
function addProgress(error: Told, works: Work[]) {
	if (works.length < 2) return;
	const sent = works.filter(({ result }) => result && 'output' in result).length;
	const repeat = sent > 0 ? '; a retry does not send them again' : '';
	const open = works.filter(({ result }) => result && 'error' in result && isUncertain(result.error));
	const more = open.length - (isUncertain(error) ? 1 : 0);
	const others = more > 0 ? `. ${more} more ${mayBe(open[0]!.item!.operation)}` : '';
	const own = works.filter(({ result }) => result && 'error' in result && result.error === error);
	const which = own.length === 1 ? `This is item ${own[0]!.index} (n8n counts from 0); ` : '';
	error.description = `${error.description ?? ''}. ${which}${sent} of ${works.length} items were accepted${repeat}${others}`;
}

/** Checks all items, then sends them, unless one that is unfit is to end the node. */
async function perform(
	context: IExecuteFunctions,
	provider: Provider,
	resources: Resource[],
	stops: boolean,
): Promise<Work[]> {
	const conduct = await conductOf(context, provider);
	const works = await readAll(context, operationOf(context, resources), conduct);
	const fit = works.filter((work): work is Ready => work.item !== undefined);
	if (stops && fit.length < works.length) return works;
	for (const work of fit) work.result = fromBefore(work.item, conduct);
	await sendAll(
		fit.filter(({ result }) => !result),
		conduct,
		stops,
	);
	const isFailed = works.some(({ result }) => result && 'error' in result);
	if (stops && isFailed) remember(fit, conduct);
	else if (fit[0]) forget(fit[0].item);
	return works;
}

/**
 * Runs a node: the one door through which all items of all operations of all providers pass. When
 * an item fails and the node is not set to continue, nothing more is sent, and what was sent is
 * remembered for a retry.
 */
export async function carryOut(
	context: IExecuteFunctions,
	provider: Provider,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const stops = !context.continueOnFail();
	let works: Work[];
	try {
		works = await perform(context, provider, resources, stops);
	} catch (error) {
		const whole = error instanceof Unfit ? unfit(context.getNode(), 0, error.message) : error;
		works = context.getInputData().map((_, index) => ({ index, result: { error: whole as Told } }));
	}
	const output = works.flatMap(({ index, result }) => {
		if (!result) return [];
		return 'output' in result ? result.output : errorOutput(result.error, index);
	});
	const failure = works.flatMap(({ result }) => (result && 'error' in result ? [result.error] : []))[0];
	if (!failure || !stops) return [output];
	addProgress(failure, works);
	throw failure;
}
