import assert from 'node:assert/strict';

import { post } from '../trials.mjs';

/** The editor fetches a sample. */
async function whilePolling(trial) {
	const text = await trial.happen();
	await trial.runByHand();
	assert.deepEqual(await trial.started('hand'), [text]);
	await trial.wasStartedBy(text);
}

/** The editor listens for a test event, at an address that is registered beside the other. */
async function whileRegistered(trial) {
	await trial.listen();
	await trial.hasRegistered(2);
	await trial.stopListening();
	await trial.isPresent();
	await trial.listen();
	const text = await trial.happen();
	await trial.wasStartedBy(text);
	assert.deepEqual(await trial.started('hand'), [text]);
	await trial.isPresent();
	const next = await trial.happen();
	await trial.wasStartedBy(text, next);
	assert.deepEqual(await trial.started('hand'), [text]);
}

/** The service calls one address, and that is taken. */
async function whileTaken(trial) {
	await assert.rejects(trial.listen(), /active/);
	await trial.isPresent();
	const text = await trial.happen();
	await trial.wasStartedBy(text);
}

/** The service calls the one address that was entered; a call to the other is made by hand. */
async function whileEntered(trial) {
	await trial.listen();
	const text = await trial.happen();
	await trial.wasStartedBy(text);
	assert.deepEqual(await trial.started('hand'), []);
	const call = (await trial.calls()).at(-1);
	assert.equal(await post({ ...call, url: trial.address('webhook-test') }), 200);
	await trial.rest();
	assert.deepEqual(await trial.started('hand'), [text]);
	const next = await trial.happen();
	await trial.wasStartedBy(text, next);
}

let latest = Promise.resolve();

/**
 * n8n 2.41 overflows its stack when it keeps a test webhook while it takes away one of another
 * workflow, so only one workflow at a time waits for test events.
 */
async function alone(test) {
	const mine = latest.then(test);
	latest = mine.catch(() => {});
	await mine;
}

function manner({ polls, webhooks, hasOneAddress }) {
	if (polls) return whilePolling;
	if (!webhooks) return whileEntered;
	return hasOneAddress ? whileTaken : whileRegistered;
}

export const testRun = {
	name: 'A test run leaves the active workflow alone',
	parts: [
		async (trial) => {
			await trial.activate();
			const test = async () => await manner(trial.trigger)(trial);
			await (trial.trigger.polls ? test() : alone(test));
		},
	],
};
