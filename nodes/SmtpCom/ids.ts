import { field, headerText, matching, recordId } from '../shared';

/** A channel, which SMTP.com also calls a sender; it is known by its name. */
export const channelName = field.record('Channel', 'channel', {
	picker: 'channels',
	example: 'transactional',
	by: 'Name',
	description: 'The channel (sender); its name is written exactly as SMTP.com lists it',
	parse: matching(headerText(), /^(?!\.{1,2}$)/, 'is not the name of a channel'),
});

/** A mail that was sent, to whichever recipients. */
export const messageId = field.text('Message ID', 'messageId', {
	placeholder: 'e.g. d8bc7242-7492-4371-a78c-484b21a9a3eb',
	description: 'The ID that sending a message gave, msg_id',
	parse: recordId,
});
