import { events } from './events.mjs';
import { differences } from './expected.mjs';

/** Workflows that n8n starts when another one fails; n8n 1.123 has nothing to activate in them. */
const isForErrors = ({ type }) => type === 'n8n-nodes-base.errorTrigger';

/** Runs a workflow that starts by itself at times. */
async function runNow({ trigger, created }, { n8n, sandbox }) {
	if (!isForErrors(trigger)) {
		await n8n.rest.activate(created);
		await n8n.rest.deactivate(created);
	}
	await sandbox.reset();
	return await n8n.rest.run(created, trigger.name);
}

/** Activates a workflow, lets happen what starts it, and does what it then waits for. */
async function runByEvent({ file, trigger, created }, { n8n, sandbox }) {
	const { happens, answer } = events[file];
	await sandbox.reset();
	await n8n.rest.activate(created);
	await happens(sandbox, `${n8n.url}/webhook/${trigger.webhookId}/webhook`);
	let execution = await n8n.rest.first(created);
	if (execution.status === 'waiting' && answer) {
		await answer(sandbox);
		execution = await n8n.rest.ended(execution.id);
	}
	await n8n.rest.deactivate(created);
	return execution;
}

/** Runs an example once. Gives what is not as it should be, as sentences. */
export async function checkExample(example, demo) {
	const { file } = example;
	const execution = await (file in events ? runByEvent : runNow)(example, demo);
	const { status, error, lastNodeExecuted, runData } = execution;
	if (status !== 'success') {
		return [`ended with ${status} at "${lastNodeExecuted}": ${error?.message ?? 'no message'}`];
	}
	return differences(file, {
		runData,
		requests: await demo.sandbox.requests(),
		deliveries: await demo.sandbox.deliveries(),
	});
}
