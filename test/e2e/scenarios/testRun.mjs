import assert from 'node:assert/strict';

/** The editor listens for a test event while the workflow is active. */
async function whileCalled(trial) {
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

/** The editor fetches a sample while the workflow is active. */
async function whilePolling(trial) {
	const text = await trial.happen();
	await trial.runByHand();
	assert.deepEqual(await trial.started('hand'), [text]);
	await trial.wasStartedBy(text);
}

export const testRun = {
	name: 'A test run leaves the active workflow alone',
	parts: [
		async (trial) => {
			await trial.activate();
			await (trial.webhooks ? whileCalled(trial) : whilePolling(trial));
		},
	],
};
