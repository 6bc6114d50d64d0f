import { appendFileSync } from 'node:fs';

import { summary } from '../../sandbox/journal';
import type { RecordedRequest } from '../../sandbox/types';

/** A request as a test's node has sent it, without the contents of files. */
export interface Sent extends Omit<RecordedRequest, 'files'> {
	/** The node's operation, for instance `mail.send`; of a trigger `trigger.poll`. */
	operation: string;
	files: Array<{ field: string; name: string; mimeType: string; size: number }>;
}

/** What stands for the resource in the operations of triggers. */
export const triggers = 'trigger';

/** File of JSON lines for the report over all tests; set by `test/run.mjs`. */
export const recordFile = process.env.MESSAGING_PACK_RECORD;

/** Runs that overlap see each other's requests. */
const known = new WeakSet<RecordedRequest>();

/** Keeps what a node has sent for the report over all tests. */
export function record(
	{ parameters }: { parameters: { resource?: unknown; operation?: unknown } },
	requests: RecordedRequest[],
): void {
	const fresh = requests.filter((request) => !known.has(request));
	if (!recordFile || fresh.length === 0) return;
	for (const request of fresh) known.add(request);
	const operation = `${String(parameters.resource)}.${String(parameters.operation)}`;
	const lines = fresh.map((request) => JSON.stringify({ operation, ...summary(request) }));
	appendFileSync(recordFile, `${lines.join('\n')}\n`);
}
