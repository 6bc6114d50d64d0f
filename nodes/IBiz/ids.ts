import type { Field } from '../shared/operation';
import { identifier, key } from './parse';

const idField = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 5e05d8448f8461dada9ba29c',
	description,
	parse: key,
});

export const threadId = idField(
	'Thread ID',
	'threadId',
	'Key of the mail thread, at most 100 characters, usually a GUID',
);

/** The entity that a record belongs to. */
export const model: Field = {
	displayName: 'Model',
	name: 'model',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. crm_lead',
	description: 'Name of the entity that the record belongs to, as the site writes it',
	parse: identifier,
};

/** A record that has a thread: messages, followers and attachments. */
export const recordId = idField(
	'Record ID',
	'recordId',
	'Key of the record, for example of a lead',
);

export const messageId = idField('Message ID', 'messageId', 'Key of the message');

export const followerId = idField(
	'Follower ID',
	'followerId',
	'Key of the follower, which is not that of the contact; "Follower: Get Many" tells it',
);

export const attachmentId = idField('Attachment ID', 'attachmentId', 'Key of the attachment');

/** Whoever writes messages and follows records. */
export const contactId = idField('Contact ID', 'contactId', 'Key of the contact (res_partner)');

/** The field with its place in the request. */
export const at = (field: Field, place: string): Field => ({ ...field, place });

/** The field as one that may be left out, with its place in the request. */
export const optionalAt = ({ required: _, ...field }: Field, place: string): Field => ({
	...field,
	place,
});

/** The field as part of a collection of filters. */
export const asFilter = (field: Field, name: string, words: Partial<Field>): Field => ({
	...optionalAt(field, `body.${name}`),
	name,
	...words,
});
