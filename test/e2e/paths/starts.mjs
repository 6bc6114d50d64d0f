import assert from 'node:assert/strict';

import { chain, node, workflow } from '../workflows.mjs';
import { itemNames, items, send, sender, texts, textsOf } from './sends.mjs';

/** How often the workflow was started until it was deactivated, each time to a good end. */
async function startsOf(created, rest) {
	const all = await rest.executions(created);
	for (const { id } of all) assert.equal((await rest.ended(id)).status, 'success');
	assert.deepEqual([...new Set(all.map(({ mode }) => mode))], ['trigger']);
	return all.length;
}

/** Sends are started by the clock. */
export async function schedule({ n8n, sandbox }) {
	const rule = { interval: [{ field: 'seconds', secondsInterval: 5 }] };
	const start = node('Schedule', 'n8n-nodes-base.scheduleTrigger', { rule }, { typeVersion: 1.2 });
	const created = await n8n.rest.createWorkflow(
		workflow('Schedule', [start, ...items, send()], chain('Schedule', ...itemNames, sender)),
	);
	await n8n.rest.activate(created);
	await n8n.rest.first(created);
	await n8n.rest.deactivate(created);
	const starts = await startsOf(created, n8n.rest);
	const expected = Array.from({ length: starts }, () => texts).flat();
	assert.deepEqual(textsOf(sandbox.deliveries), expected.sort());
}

/** Sends are started by a person in the editor. */
export async function manual({ n8n, sandbox }) {
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const created = await n8n.rest.createWorkflow(
		workflow('Manual', [start, ...items, send()], chain('Start', ...itemNames, sender)),
	);
	const { status, runData } = await n8n.rest.run(created, 'Start');
	assert.equal(status, 'success');
	assert.equal(runData[sender][0].data.main[0].length, texts.length);
	assert.deepEqual(textsOf(sandbox.deliveries), [...texts].sort());
}

/** Sends are in a workflow that another one calls. */
export async function subWorkflow({ n8n, sandbox }) {
	const input = node(
		'Called',
		'n8n-nodes-base.executeWorkflowTrigger',
		{ inputSource: 'passthrough' },
		{ typeVersion: 1.1 },
	);
	const inner = await n8n.rest.createWorkflow(
		workflow('Inner', [input, send()], chain('Called', sender)),
	);
	const call = node(
		'Call',
		'n8n-nodes-base.executeWorkflow',
		{ workflowId: { __rl: true, mode: 'id', value: inner.id }, options: {} },
		{ typeVersion: 1.2 },
	);
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const outer = await n8n.rest.createWorkflow(
		workflow('Outer', [start, ...items, call], chain('Start', ...itemNames, 'Call')),
	);
	const { status, runData, error } = await n8n.rest.run(outer, 'Start');
	assert.equal(status, 'success', error?.message);
	const given = runData.Call[0].data.main[0].map(({ json }) => json);
	assert.deepEqual(textsOf(given), [...texts].sort());
	assert.deepEqual(textsOf(sandbox.deliveries), [...texts].sort());
}
