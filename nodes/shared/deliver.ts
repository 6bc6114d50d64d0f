import type { INodeExecutionData } from 'n8n-workflow';

import { attachFiles } from './attachments';
import { aboutOf } from './conduct';
import type { Conduct } from './conduct';
import { exchange } from './exchange';
import { joinedItem, piecesOf, unitsOf } from './group';
import { followUp } from './item';
import type { Call, Item } from './item';
import { readList } from './list';
import type { Part } from './operation';
import { fileItem, outputItem } from './output';
import { Unfit } from './parse';
import { atOnce, laneOf } from './slots';
import type { Lane } from './slots';
import * as tell from './tell';

/** An error as the user sees it. */
export type Told = Error & { description?: string | null };

/**
 * An item on its way; `item` is absent when it is unfit, and holds the second request as soon as the
 * first one is answered. `result` is absent until something has come of it.
 */
export interface Work {
	index: number;
	item?: Item;
	result?: { output: INodeExecutionData[] } | { error: Told };
}

/** An item that is fit to be sent. */
export type Ready = Work & { item: Item };

/** Names the item where the engine has found something unfit. */
export const told = (error: Error, index: number, { node }: Conduct): Told =>
	error instanceof Unfit ? tell.unfit(node, index, error.message) : error;

/** The lane of a request, by its credential and what it goes to. */
export function laneFor({ request }: Call, { provider, node }: Conduct): Lane {
	const { id, name } = node.credentials?.[provider.credential] ?? {};
	return laneOf([provider.credential, id ?? name, provider.lane?.(request)].join('\n'));
}

async function perform(item: Item, conduct: Conduct): Promise<INodeExecutionData[]> {
	const { operation, parameters } = item;
	const ask = async () => await exchange(item, laneFor(item, conduct), conduct);
	if (operation.download) {
		const { answer, records } = await ask();
		if (Buffer.isBuffer(answer.body)) {
			return [await fileItem(operation.download(answer, parameters), item)];
		}
		return records.map((record) => outputItem(record, item));
	}
	const records = await readList(item, conduct.provider, ask);
	const items = records.map((record) => outputItem(record, item));
	if (operation.attachments && parameters.downloadAttachments) {
		await attachFiles(items, records.map(operation.attachments), item, conduct);
	}
	return items;
}

/** Sends one item, in two requests where the second is made from the answer to the first. */
async function sendOne(work: Ready, conduct: Conduct): Promise<void> {
	try {
		if (work.item.operation.follow) {
			const { answer } = await exchange(work.item, laneFor(work.item, conduct), conduct);
			work.item = followUp(work.item, answer, conduct);
		}
		work.result = { output: await perform(work.item, conduct) };
	} catch (error) {
		work.result = { error: told(error as Error, work.index, conduct) };
	}
}

/**
 * Sends several items in one request.
 *
 * @returns where the provider has refused it as a whole: smaller units, which are to be sent instead
 */
async function sendUnit(unit: Ready[], conduct: Conduct): Promise<Ready[][]> {
	if (unit.length === 1) {
		await sendOne(unit[0]!, conduct);
		return [];
	}
	const joined = joinedItem(unit.map(({ item }) => item));
	try {
		const { answer, records } = await exchange(joined, laneFor(joined, conduct), conduct);
		for (const [place, work] of unit.entries()) {
			const part = records[place] as Part;
			if ('output' in part) {
				work.result = { output: [outputItem(part.output, work.item)] };
				continue;
			}
			const about = aboutOf(work.item, conduct);
			const error =
				'refused' in part
					? tell.refused(about, answer.status, part.refused)
					: tell.uncertain(about, part.unclear, answer.status);
			work.result = { error };
		}
	} catch (error) {
		if (tell.mayBePartly(error as Error)) return piecesOf(unit);
		for (const work of unit) work.result = { error: error as Error };
	}
	return [];
}

/** Sends the items in order, so many at once; after a failure that ends the node, no more. */
export async function sendAll(works: Ready[], conduct: Conduct, stops: boolean): Promise<void> {
	const units = unitsOf(works, conduct.groups);
	let failed = false;
	const send = async (unit: Ready[]): Promise<void> => {
		if (stops && failed) return;
		const pieces = await sendUnit(unit, conduct);
		failed ||= unit.some(({ result }) => result && 'error' in result);
		await atOnce(stops ? 1 : pieces.length, pieces, send);
	};
	await atOnce(conduct.requestsAtOnce, units, send);
}
