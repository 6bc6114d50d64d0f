export const repeat = {
	name: 'A repeat starts none',
	parts: [
		async (trial) => {
			await trial.activate();
			const text = await trial.happen();
			await trial.wasStartedBy(text);
			await trial.repeat();
			await trial.wasStartedBy(text);
		},
	],
};
