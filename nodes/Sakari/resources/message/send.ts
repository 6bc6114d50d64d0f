import type { Field, Operation } from '../../../shared/operation';
import { headerText, Unfit } from '../../../shared/parse';
import { recordId } from '../../../shared/plain';
import { byContact } from '../../group';
import { simpleSending } from '../../simple';
import { mediaUrls as mediaField, messageTemplate } from '../../text';
import { contactOf, recipients } from './recipients';

const messageType: Field = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	default: 'SMS',
	options: [
		{ name: 'MMS', value: 'MMS', description: 'Text, pictures and other media' },
		{ name: 'SMS', value: 'SMS', description: 'Text only' },
	],
	place: 'body.type',
};

const text: Field = { ...messageTemplate, displayOptions: { show: { messageType: ['SMS'] } } };

const caption: Field = {
	...text,
	required: undefined,
	displayOptions: { show: { messageType: ['MMS'] } },
};

const mediaUrls: Field = { ...mediaField, displayOptions: { show: { messageType: ['MMS'] } } };

const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Conversation Strategy',
			name: 'conversationStrategy',
			type: 'string',
			default: '',
			description:
				'Passed on as it is. Sakari does not document its values, so use it only if its support names you one.',
			place: 'body.conversationStrategy',
			parse: headerText(),
		},
		{
			displayName: 'Sender Group ID',
			name: 'groupId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 65f0c0ffee0000000000f001',
			description:
				'The group whose phone number the message comes from. Messages and conversations name theirs under "group" when Simplify is off.',
			place: 'body.phoneNumberFilter.group.id',
			parse: recordId,
		},
	],
};

/** Source: https://developer.sakari.io/api-reference/messages/send-messages */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description:
		'Send a text message (SMS or MMS) to one or more recipients. It costs credit and cannot be taken back.',
	method: 'POST',
	path: '/messages',
	effect: 'send',
	group: byContact,
	simple: simpleSending,
	findOut: 'Use "Message: Get Many" to see whether the message is there',
	fields: [...recipients, messageType, text, caption, mediaUrls, additionalFields],
	prepare(request, parameters) {
		if (parameters.sendTo === 'phoneNumber') request.body.contacts = [contactOf(parameters)];
		if (parameters.sendTo === 'contact') request.body.contacts = [{ id: parameters.contactId }];
		if (!parameters.template && !parameters.mediaUrls) {
			throw new Unfit("'Message' and 'Media URLs' must not both be empty");
		}
	},
};
