import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { deepCopy, NodeOperationError } from 'n8n-workflow';

import { openLine } from '../line';
import type { Line } from '../line';
import type { Field, Provider } from '../operation';
import { tellingUnfit } from '../tellingUnfit';
import { parametersOf } from './parameters';
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
const budgetOf = (context: IPollFunctions): number =>
	(context.getPollBudgetMs?.() ?? usualBudget) * 0.7;

/** An inbox as a source. */
export const sourceOf = <Entry>(inbox: Inbox<Entry>): Source<Entry, Progress> => ({
	async sample(isWanted) {
		const { entries } = await inbox.read(undefined);
		const wanted = entries.filter(isWanted);
		const newest = Math.max(...wanted.map((entry) => inbox.markOf(entry).at));
		return wanted.find((entry) => inbox.markOf(entry).at === newest);
	},
	readNew: async (known, time) => await readNew(inbox, known, time),
});

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

interface Polled<Entry, State> {
	/** What tells this source from another, which is then read from its own present on. */
	name: string;
	source: Source<Entry, State>;
	/** Which new entries start the workflow. */
	isWanted: (entry: Entry) => boolean;
	/** What starts the workflow for an entry; the entry itself unless it says otherwise. */
	shape?: (entry: Entry) => IDataObject;
}

/** One poll. Run by hand it shows the newest entry that is wanted, and leaves no trace. */
async function pollOnce<Entry extends IDataObject, State extends object>(
	context: IPollFunctions,
	{ name, source, isWanted, shape = (entry) => entry }: Polled<Entry, State>,
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

/**
 * The `poll` of a trigger.
 *
 * @param polledBy what is polled, by the checked values of the fields and the credential
 */
export const polling = <Values, Entry extends IDataObject, State extends object>(
	provider: Provider,
	fields: Field[],
	polledBy: (values: Values, line: Line, credential: IDataObject) => Polled<Entry, State>,
) =>
	async function (this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await tellingUnfit(this, async () => {
			const values = parametersOf(this, fields) as Values;
			const credential = (await this.getCredentials(provider.credential)) as IDataObject;
			const manner = { longestWait: budgetOf(this), timeout: 30_000 };
			const line = await openLine(this, provider, manner);
			return await pollOnce(this, polledBy(values, line, credential));
		});
	};
