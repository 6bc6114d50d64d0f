import { field, type Field, type Operation, optional, Unfit } from '../../../shared';
import { mediaUrls as mediaField, messageTemplate } from '../../text';

const messageType = field.choice('Message Type', 'messageType', {
	default: 'SMS',
	options: [
		{ name: 'MMS', value: 'MMS', description: 'Text, pictures and other media' },
		{ name: 'SMS', value: 'SMS', description: 'Text only' },
	],
	place: 'body.type',
});

const text: Field = { ...messageTemplate, displayOptions: { show: { messageType: ['SMS'] } } };

const caption: Field = {
	...optional(text),
	displayOptions: { show: { messageType: ['MMS'] } },
};

const mediaUrls: Field = { ...mediaField, displayOptions: { show: { messageType: ['MMS'] } } };

/** What a message says. */
export const content: Field[] = [messageType, text, caption, mediaUrls];

/** An MMS may have a text or media or both. */
export const mustSay: NonNullable<Operation['prepare']> = (_, { template, mediaUrls: urls }) => {
	if (!template && !urls) throw new Unfit("'Message' and 'Media URLs' must not both be empty");
};
