import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { deepCopy, NodeOperationError } from 'n8n-workflow';

import type { Inbox, Progress } from './polling';
import { readNew } from './polling';

/** What n8n keeps of a polling trigger. */
interface Memory {
	inbox?: string;
	progress?: Progress;
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

/**
 * One poll of an inbox. Run by hand it shows the newest entry that is wanted, and leaves no trace.
 *
 * @param name what tells this inbox from another, which is then read from its own present on
 * @param isWanted which new entries start the workflow
 */
export async function poll<Entry extends IDataObject>(
	context: IPollFunctions,
	{ name, inbox, isWanted }: {
		name: string;
		inbox: Inbox<Entry>;
		isWanted: (entry: Entry) => boolean;
	},
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const sample = await sampleOf(inbox, isWanted);
		if (sample) return [context.helpers.returnJsonArray([sample])];
		const message = 'No data with the current filters could be found';
		throw new NodeOperationError(context.getNode(), message);
	}
	const memory = context.getWorkflowStaticData('node') as Memory;
	const known = memory.inbox === name ? deepCopy(memory.progress) : undefined;
	const now = Date.now();
	const deadline = now + budgetOf(context);
	const time = { now, isLeft: () => Date.now() < deadline };
	const { fresh, progress } = await readNew(inbox, known, time);
	Object.assign(memory, { inbox: name, progress });
	const wanted = fresh.filter(isWanted);
	return wanted.length > 0 ? [context.helpers.returnJsonArray(wanted)] : null;
}
