/** What was there before the activation starts nothing. */
export const delivery = {
	name: 'A delivery starts one execution with its data',
	parts: [
		async (trial) => {
			await trial.happen();
			await trial.activate();
			const text = await trial.happen();
			await trial.wasStartedBy(text);
		},
	],
};
