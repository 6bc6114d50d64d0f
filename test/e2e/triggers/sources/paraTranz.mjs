export const paraTranz = {
	name: 'ParaTranz Trigger',
	node: 'paraTranzTrigger',
	service: 'paraTranz',
	parameters: { userId: '10234' },
	event: (content) => ({ content }),
	textOf: ({ text }) => text,
	polls: 'GET /mails',
};
