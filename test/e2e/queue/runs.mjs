import { call } from '../../../demo/call.mjs';
import { eventually } from '../../../demo/eventually.mjs';
import { called, eachMessage, series } from './workflows.mjs';

const minute = 60_000;

/** How many executions of a workflow there are, by their status. */
export async function statuses({ query }, { id }) {
	const rows = await query(
		`select status, count(*) from execution_entity where "workflowId" = '${id}' group by status`,
	);
	return Object.fromEntries(
		rows
			.split('\n')
			.filter(Boolean)
			.map((row) => row.split('|'))
			.map(([status, number]) => [status, Number(number)]),
	);
}

/** Waits until nothing of a workflow runs or waits to run; gives how many there are, by status. */
export async function allEnded(stores, workflow, count, within = 5 * minute) {
	let last;
	await eventually(
		`${count} executions have ended`,
		async () => {
			last = await statuses(stores, workflow);
			const { new: fresh = 0, running = 0, waiting = 0, ...ended } = last;
			const number = Object.values(ended).reduce((sum, one) => sum + one, 0);
			return number >= count && fresh + running + waiting === 0;
		},
		within,
	);
	return last;
}

/** Creates and activates a workflow that sends the messages it is called with. */
export async function startSender({ rest }, name, ...steps) {
	const path = name.toLowerCase().replaceAll(/\W+/g, '-');
	const workflow = await rest.createWorkflow(series(name, called(path), eachMessage, ...steps));
	await rest.activate(workflow);
	return { ...workflow, path };
}

/** Starts an execution with these messages. */
export async function order({ url }, { path }, texts) {
	const messages = texts.map((text) => ({ text }));
	const answer = await call('POST', `${url}/webhook/${path}`, { messages });
	if (!answer.ok) throw new Error(`n8n answers ${answer.status}: ${await answer.text()}`);
	await answer.arrayBuffer();
}

/** Distinct texts. */
export const textsFor = (what, number) =>
	Array.from({ length: number }, (_, index) => `${what} ${index + 1}`);

/** Parts of a list, all of one size. */
export const parts = (list, size) =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
		list.slice(index * size, (index + 1) * size),
	);
