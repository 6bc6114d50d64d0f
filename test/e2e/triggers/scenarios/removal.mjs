/** n8n looks after registrations when a workflow is activated. */
export const removal = {
	name: 'A registration that somebody removed is restored when activated again',
	isFor: ({ trigger }) => 'webhooks' in trigger,
	parts: [
		async (trial) => {
			await trial.activate();
			for (const url of await trial.registered()) await trial.webhooks.remove(url);
			await trial.isAbsent();
			await trial.deactivate();
			await trial.activate();
			await trial.isPresent();
			const text = await trial.happen();
			await trial.wasStartedBy(text);
		},
	],
};
