import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

import { summary } from '../../sandbox/journal';
import type { RecordedRequest } from '../../sandbox/types';

/** A request as a test's node has sent it, without the contents of files. */
export interface Sent extends Omit<RecordedRequest, 'files'> {
	/** Type name of the node. */
	node: string;
	/** The node's operation, for instance `mail.send`; of a trigger `trigger.poll`, of a list `list.contacts`. */
	operation: string;
	/** The test that had it sent. */
	test: string;
	/** Whether the node was the tool of an AI agent. */
	tool: boolean;
	files: Array<{ field: string; name: string; mimeType: string; size: number }>;
}

/** What stands for the resource in the operations of triggers, and for the lists to choose from. */
export const triggers = 'trigger';
export const lists = 'list';

/** Folder for what tests leave behind for the reports over all of them; set by who runs them. */
const folder = process.env.MESSAGING_PACK_RECORD;

/** JSON of the items that a test's node has given, in the form that it gives by default. */
export interface Given {
	node: string;
	operation: string;
	test: string;
	items: IDataObject[];
}

/** Where the requests are, as JSON lines, and where the outputs. */
export const requestsIn = (records: string) => join(records, 'requests.jsonl');
export const outputsIn = (records: string) => join(records, 'outputs.jsonl');

const testName = () => expect.getState().currentTestName ?? 'between tests';

/** Actions of a test may overlap, and each sees all requests. */
const kept = new WeakSet<RecordedRequest>();

/** Keeps what a node has sent for the reports over all tests. */
export function record(
	node: string,
	operation: string,
	requests: RecordedRequest[],
	as: 'node' | 'tool' = 'node',
): void {
	const fresh = requests.filter((request) => !kept.has(request));
	if (!folder || fresh.length === 0) return;
	const about = { node, operation, test: testName(), tool: as === 'tool' };
	const lines = fresh.map((request) => JSON.stringify({ ...about, ...summary(request) }));
	appendFileSync(requestsIn(folder), `${lines.join('\n')}\n`);
	fresh.forEach((request) => kept.add(request));
}

/** Keeps what a node has given for the schemas of its outputs. */
export function recordOutput(node: string, operation: string, items: INodeExecutionData[]): void {
	if (!folder || items.length === 0) return;
	const given: Given = { node, operation, test: testName(), items: items.map(({ json }) => json) };
	appendFileSync(outputsIn(folder), `${JSON.stringify(given)}\n`);
}

/** What stands for the operation in the outputs of triggers. */
export const triggerOutput = 'output';

/** The same of a trigger; those of one service count as one. */
export const recordTriggerOutput = (node: string, items: INodeExecutionData[]) =>
	recordOutput(node.replace(/(Polling)?Trigger$/, ''), triggerOutput, items);
