import assert from 'node:assert/strict';

const foreign = 'https://elsewhere.example/hook';

/** Nothing is left at the service, and nothing of others is touched. */
export const registration = {
	name: 'Present at the service only while active',
	parts: [
		async (trial) => {
			await trial.webhooks?.add(foreign);
			await trial.isAbsent();
			await trial.activate();
			await trial.isPresent();
			await trial.deactivate();
			await trial.isAbsent();
			if (trial.webhooks) assert.deepEqual(await trial.webhooks.list(), [foreign]);
		},
	],
};
