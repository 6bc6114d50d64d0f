/** What comes while n8n is down comes once, and what has come before it does not come again. */
export const restart = {
	name: 'A restart of n8n loses nothing and repeats nothing',
	parts: [
		async (trial) => {
			await trial.activate();
			trial.texts = [await trial.happen()];
			await trial.wasStartedBy(...trial.texts);
			// A service that is called in vain tries again for hours
			await trial.sandbox.callBackLike({ attempts: 600, interval: 500 });
		},
		'stop',
		async (trial) => {
			trial.texts.push(await trial.happen(), await trial.happen());
		},
		'start',
		async (trial) => {
			await trial.wasStartedBy(...trial.texts);
			await trial.repeat();
			await trial.wasStartedBy(...trial.texts);
			trial.texts.push(await trial.happen());
			await trial.wasStartedBy(...trial.texts);
		},
	],
};
