import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { deepCopy, NodeOperationError } from 'n8n-workflow';

import type { Inbox, Progress, Time } from './polling';
import { readNew } from './polling';
import { keyOf } from './side';

/** What a trigger polls, and how far it has been read: JSON, kept between polls. */
export interface Source<Entry, State> {
	/** The newest entry that is wanted. */
	sample: (isWanted: (entry: Entry) => boolean) => Promise<Entry | undefined>;
	/** What has come since `known`; without that nothing is new. */
	readNew: (known: State | undefined, time: Time) => Promise<{ fresh: Entry[]; progress: State }>;
}

/** What n8n keeps of a polling trigger. */
interface Memory<State> {
	inbox?: string;
	progress?: State;
}

/** n8n before 2.36 sets no limit; its shortest interval is a minute. */
const usualBudget = 45_000;

/** Milliseconds that a poll may take, with a margin for the answer that is under way. */
export const budgetOf = (context: IPollFunctions): number =>
	(context.getPollBudgetMs?.() ?? usualBudget) * 0.7;

async function sampleOf<Entry>(inbox: Inbox<Entry>, isWanted: (entry: Entry) => boolean) {
	const { entries } = await inbox.read(undefined);
	const wanted = entries.filter(isWanted);
	const newest = Math.max(...wanted.map((entry) => inbox.markOf(entry).at));
	return wanted.find((entry) => inbox.markOf(entry).at === newest);
}

/** Triggers that are reading. n8n polls again on time, although the poll before has not ended. */
const reading = new Set<string>();

/** Reads what is new since the poll before, unless that one is still reading. */
async function readOnce<Entry, State extends object>(
	context: IPollFunctions,
	name: string,
	source: Source<Entry, State>,
): Promise<Entry[]> {
	const trigger = keyOf(context);
	if (reading.has(trigger)) return [];
	reading.add(trigger);
	try {
		const memory = context.getWorkflowStaticData('node') as Memory<State>;
		const known = memory.inbox === name ? deepCopy(memory.progress) : undefined;
		const now = Date.now();
		const deadline = now + budgetOf(context);
		const time = { now, isLeft: () => Date.now() < deadline };
		const { fresh, progress } = await source.readNew(known, time);
		Object.assign(memory, { inbox: name, progress });
		return fresh;
	} finally {
		reading.delete(trigger);
	}
}

interface Polled<Entry> {
	/** What tells this inbox from another, which is then read from its own present on. */
	name: string;
	/** Which new entries start the workflow. */
	isWanted: (entry: Entry) => boolean;
	/** What starts the workflow for an entry; the entry itself unless it says otherwise. */
	shape?: (entry: Entry) => IDataObject;
}

/** One poll of an inbox. Run by hand it shows the newest entry that is wanted, and leaves no trace. */
export const poll = async <Entry extends IDataObject>(
	context: IPollFunctions,
	{ inbox, ...polled }: Polled<Entry> & { inbox: Inbox<Entry> },
): Promise<INodeExecutionData[][] | null> =>
	await pollSource<Entry, Progress>(context, {
		...polled,
		source: {
			sample: async (isWanted) => await sampleOf(inbox, isWanted),
			readNew: async (known, time) => await readNew(inbox, known, time),
		},
	});

/** The same for what is no single list. */
export async function pollSource<Entry extends IDataObject, State extends object>(
	context: IPollFunctions,
	{ name, source, isWanted, shape = (entry) => entry }: Polled<Entry> & { source: Source<Entry, State> },
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const sample = await source.sample(isWanted);
		if (sample) return [context.helpers.returnJsonArray([shape(sample)])];
		const message = 'No data with the current filters could be found';
		throw new NodeOperationError(context.getNode(), message);
	}
	const fresh = await readOnce(context, name, source);
	const wanted = fresh.filter(isWanted);
	return wanted.length > 0 ? [context.helpers.returnJsonArray(wanted.map(shape))] : null;
}
