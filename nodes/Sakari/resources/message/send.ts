import { field, headerText, operation, recordId } from '../../../shared';
import { byContact } from '../../group';
import { simpleSending } from '../../simple';
import { content, mustSay } from './content';
import { contactFields, contactOf, recipients } from './recipients';

const additionalFields = field.additionalFields([
	field.text('Conversation Strategy', 'conversationStrategy', {
		description:
			"Passed on as it is. Sakari does not document its values, so use it only if Sakari's support names one.",
		place: 'body.conversationStrategy',
		parse: headerText(),
	}),
	field.text('Sender Group ID', 'groupId', {
		placeholder: 'e.g. 65f0c0ffee0000000000f001',
		description:
			'The group whose phone number the message comes from. Messages and conversations name theirs under "group" when Simplify is off.',
		place: 'body.phoneNumberFilter.group.id',
		parse: recordId,
	}),
]);

/** Source: https://developer.sakari.io/api-reference/messages/send-messages */
export const send = operation.send({
	action: 'Send a message',
	description:
		'Send a text message (SMS or MMS) to one or more recipients. It costs credit and cannot be taken back.',
	path: '/messages',
	group: byContact,
	simple: simpleSending,
	findOut: 'Use "Message: Get Many" to see whether the message is there',
	fields: [...recipients, ...content, contactFields, additionalFields],
	prepare(request, parameters) {
		if (parameters.sendTo === 'phoneNumber') request.body.contacts = [contactOf(parameters)];
		if (parameters.sendTo === 'contact') request.body.contacts = [{ id: parameters.contactId }];
		mustSay(request, parameters);
	},
});
