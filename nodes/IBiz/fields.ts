import { field, headerText, jsonObject } from '../shared';
import { flag, jsonObjects, key } from './parse';

/** A JSON object whose keys go into the body beside the named fields. */
export const furtherFields = field.json('Further Fields (JSON)', 'furtherFields', {
	description: 'Further fields that the model of your site has, as a JSON object',
	parse: jsonObject,
});

export const idFilter = field.text('ID', 'n_id_eq', {
	placeholder: 'e.g. 5e05d8448f8461dada9ba29c',
	description: 'Only the mail thread with this key',
	place: 'body.n_id_eq',
	parse: key,
});

/** A filter by a part of a text. */
export const containsFilter = (displayName: string, name: string, description: string) =>
	field.text(displayName, name, { description, place: `body.${name}`, parse: headerText() });

export const nameFilter = containsFilter(
	'Name Contains',
	'n_name_like',
	'Only mail threads with this text in their name',
);

const listField = (displayName: string, name: string, listed: string) =>
	field.json(displayName, name, {
		default: '[]',
		description: `${listed} records, as a JSON array of objects`,
		place: `body.${name}`,
		parse: jsonObjects,
	});

const flagField = (displayName: string, name: string, whether: string) =>
	field.flag(displayName, name, {
		description: `Whether ${whether}; iBiz computes it and may ignore this value`,
		place: `body.${name}`,
		parse: flag,
	});

/** The largest number that iBiz, being written in Java, keeps as an integer. */
export const mostCount = 2 ** 31 - 1;

const countField = (displayName: string, name: string, counted: string) =>
	field.number(displayName, name, {
		typeOptions: { minValue: 0, maxValue: mostCount },
		description: `Number of ${counted}; iBiz computes it and may ignore this value`,
		place: `body.${name}`,
	});

const attachments = listField('Attachments (JSON)', 'attachments', 'Attachment');

const name = field.text('Name', 'name', {
	description: 'Name of the thread, at most 200 characters',
	place: 'body.name',
	parse: headerText(200),
});

/** What a mail thread holds besides its key. */
const threadFields = [
	countField('Attachment Count', 'message_attachment_count', 'attachments'),
	attachments,
	countField('Delivery Error Count', 'message_has_error_counter', 'messages that were not sent'),
	listField('Followers (JSON)', 'followers', 'Follower'),
	furtherFields,
	flagField('Has Delivery Error', 'message_has_error', 'a message was not sent'),
	flagField('Has Messages', 'has_message', 'the thread has messages'),
	flagField('Has SMS Error', 'message_has_sms_error', 'a text message was not sent'),
	flagField('Is Follower', 'message_is_follower', 'the user follows the thread'),
	name,
	flagField('Needs Action', 'message_needaction', 'messages wait for the user'),
	countField('Needs Action Count', 'message_needaction_counter', 'messages that wait for the user'),
];

export const additionalFields = field.additionalFields(threadFields);

/** What goes with an action on a thread; what iBiz computes is of no use to one. */
export const actionFields = field.additionalFields([attachments, furtherFields, name]);

export const updateFields = field.updateFields(threadFields);
