import { field, headerText, locator, recordId, Unfit } from '../shared';

/** A channel, which SMTP.com also calls a sender; it is known by its name. */
export const channelName = locator(
	{ picker: 'channels', example: 'transactional', by: 'Name' },
	{
		displayName: 'Channel',
		name: 'channel',
		required: true,
		description: 'The channel (sender); its name is written exactly as SMTP.com lists it',
		parse(value, context) {
			const name = headerText()(value, context) as string;
			if (name === '.' || name === '..') throw new Unfit('is not the name of a channel');
			return name;
		},
	},
);

/** A mail that was sent, to whichever recipients. */
export const messageId = field.text('Message ID', 'messageId', {
	placeholder: 'e.g. d8bc7242-7492-4371-a78c-484b21a9a3eb',
	description: 'The ID that sending a message gave, msg_id',
	parse: recordId,
});
