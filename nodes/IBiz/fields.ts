import type { Field } from '../shared/operation';
import { headerText, jsonObject } from '../shared/parse';
import { flag, jsonObjects, key } from './parse';

/** A JSON object whose keys go into the body beside the named fields. */
export const furtherFields: Field = {
	displayName: 'Further Fields (JSON)',
	name: 'furtherFields',
	type: 'json',
	default: '{}',
	description: 'Further fields that the model of your site has, as a JSON object',
	parse: jsonObject,
};

export const idFilter: Field = {
	displayName: 'ID',
	name: 'n_id_eq',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5e05d8448f8461dada9ba29c',
	description: 'Only the mail thread with this key',
	place: 'body.n_id_eq',
	parse: key,
};

export const nameFilter: Field = {
	displayName: 'Name Contains',
	name: 'n_name_like',
	type: 'string',
	default: '',
	description: 'Only mail threads with this text in their name',
	place: 'body.n_name_like',
	parse: headerText(),
};

const listField = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'json',
	default: '[]',
	description,
	place: `body.${name}`,
	parse: jsonObjects,
});

const flagField = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
	place: `body.${name}`,
	parse: flag,
});

/** The largest number that iBiz, being written in Java, keeps as an integer. */
export const mostCount = 2 ** 31 - 1;

const countField = (displayName: string, name: string, counted: string): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: mostCount },
	default: 0,
	description: `Number of ${counted}; iBiz computes it and may ignore this value`,
	place: `body.${name}`,
});

const attachments = listField(
	'Attachments (JSON)',
	'attachments',
	'Attachment records, as a JSON array of objects',
);

const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'Name of the thread, at most 200 characters',
	place: 'body.name',
	parse: headerText(200),
};

/** What a mail thread holds besides its key. */
const threadFields: Field[] = [
	countField('Attachment Count', 'message_attachment_count', 'attachments'),
	attachments,
	countField('Delivery Error Count', 'message_has_error_counter', 'messages that were not sent'),
	listField('Followers (JSON)', 'followers', 'Follower records, as a JSON array of objects'),
	furtherFields,
	flagField(
		'Has Delivery Error',
		'message_has_error',
		'Whether a message was not sent; iBiz computes it and may ignore this value',
	),
	flagField(
		'Has Messages',
		'has_message',
		'Whether the thread has messages; iBiz computes it and may ignore this value',
	),
	flagField(
		'Has SMS Error',
		'message_has_sms_error',
		'Whether a text message was not sent; iBiz computes it and may ignore this value',
	),
	flagField(
		'Is Follower',
		'message_is_follower',
		'Whether the user follows the thread; iBiz computes it and may ignore this value',
	),
	name,
	flagField(
		'Needs Action',
		'message_needaction',
		'Whether messages wait for the user; iBiz computes it and may ignore this value',
	),
	countField('Needs Action Count', 'message_needaction_counter', 'messages that wait for the user'),
];

export const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: threadFields,
};

/** What goes with an action on a thread; what iBiz computes is of no use to one. */
export const actionFields: Field = {
	...additionalFields,
	options: [attachments, furtherFields, name],
};

export const updateFields: Field = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: threadFields,
};
