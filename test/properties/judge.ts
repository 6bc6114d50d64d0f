import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Delivery } from '../../sandbox/types';
import type { NodeResult } from '../support';
import type { Kind, Sending } from './sendings';

/** What a node was told to send: its items, in order. */
export interface Wanted {
	sending: Sending;
	items: Array<{ json: IDataObject; kind: Kind }>;
}

/** Items by what has become of them; the last three must be empty. */
export interface Verdict {
	deliveredOnce: number;
	reportedFailed: number;
	reportedUncertain: number;
	/** Neither delivered nor told of; or told of as delivered, and not. */
	silent: string[];
	/** Delivered more than once. */
	sentTwice: string[];
	/** Delivered, but told of as failed, so that who sends it again sends it twice. */
	deniedAlthoughSent: string[];
}

/** How often each item was delivered, by its key. */
export function countByKey({ keyOfDelivery }: Sending, deliveries: Delivery[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const delivery of deliveries) {
		const key = keyOfDelivery(delivery);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

const linkOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

/** What a node tells of an item of unknown fate. */
export const uncertain = /It may have been (sent|carried out)/;

type Report = 'accepted' | 'failed' | 'uncertain';

const reportIn = ({ json }: INodeExecutionData, isFailed: boolean): Report => {
	if (!isFailed && typeof json.error !== 'string') return 'accepted';
	return uncertain.test(String(json.error)) ? 'uncertain' : 'failed';
};

/** What the node tells of each of its input items; throws when links or order are wrong. */
function reportsOf({ items, errorItems }: NodeResult, count: number): Array<Report | undefined> {
	const reports: Array<Report | undefined> = Array.from({ length: count });
	for (const [output, isFailed] of [[items, false], [errorItems, true]] as const) {
		const links = output.map(linkOf);
		if (links.some((link, place) => typeof link !== 'number' || link <= (links[place - 1] ?? -1))) {
			throw new Error(`The items of an output are not linked in order: ${links.join(', ')}`);
		}
		for (const item of output) {
			const link = linkOf(item)!;
			if (reports[link]) throw new Error(`Item ${link} came out twice`);
			reports[link] = reportIn(item, isFailed);
		}
	}
	return reports;
}

/**
 * Compares what a node that goes on after failures has told of its items with what the sandbox
 * has delivered.
 *
 * @throws Error when the items that came out are not linked to those that went in, in their order
 */
export function judge({ sending, items }: Wanted, result: NodeResult, deliveries: Delivery[]): Verdict {
	const counts = countByKey(sending, deliveries);
	const reports = reportsOf(result, items.length);
	const verdict: Verdict = {
		deliveredOnce: 0,
		reportedFailed: 0,
		reportedUncertain: 0,
		silent: [],
		sentTwice: [],
		deniedAlthoughSent: [],
	};
	for (const [index, { json }] of items.entries()) {
		const key = sending.keyOf(json);
		const times = counts.get(key) ?? 0;
		const report = reports[index];
		if (times > 1) verdict.sentTwice.push(key);
		else if (report === 'uncertain') verdict.reportedUncertain += 1;
		else if (report === 'failed' && times === 0) verdict.reportedFailed += 1;
		else if (report === 'failed') verdict.deniedAlthoughSent.push(key);
		else if (report === 'accepted' && times === 1) verdict.deliveredOnce += 1;
		else verdict.silent.push(key);
	}
	return verdict;
}

/** Throws unless every item was delivered once or told of, and nothing unfit or twice was sent. */
export function acquit({ silent, sentTwice, deniedAlthoughSent }: Verdict): void {
	const told = Object.entries({ silent, sentTwice, deniedAlthoughSent })
		.filter(([, keys]) => keys.length > 0)
		.map(([name, keys]) => `${name}: ${keys.join('; ')}`);
	if (told.length > 0) throw new Error(told.join('\n'));
}
