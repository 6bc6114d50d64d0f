export const iBiz = {
	name: 'iBiz Trigger',
	node: 'iBizTrigger',
	service: 'iBiz',
	parameters: {},
	event: (body) => ({ body }),
	textOf: ({ text }) => text,
	polls: 'POST /mail_messages/fetch_default',
};
