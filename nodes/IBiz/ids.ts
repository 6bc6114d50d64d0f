import { field, type Field, optional } from '../shared';
import { identifier, key } from './parse';

const example = '5e05d8448f8461dada9ba29c';

/** A field that names a record; its list is the picker called like that. */
const recordField = (displayName: string, name: string, picker: string, description: string) =>
	field.record(displayName, name, { picker, example, description, parse: key });

export const threadId = recordField('Thread', 'threadId', 'threads', 'The mail thread to act on');

/** The key of a thread that need not be there yet. */
export const newThreadId = field.text('Thread ID', 'threadId', {
	required: true,
	placeholder: `e.g. ${example}`,
	description: 'Key of the mail thread, at most 100 characters, usually a GUID',
	parse: key,
});

/** The entity that a record belongs to. */
export const model = field.text('Model', 'model', {
	required: true,
	placeholder: 'e.g. crm_lead',
	description:
		'Name of the entity that the record belongs to, as the site writes it: crm_lead, res_partner, hr_employee …',
	parse: identifier,
});

/** The same where the key of a record is enough. */
export const modelOfList: Field = {
	...optional(model),
	description: 'Name of the entity that the record belongs to; needed only to choose the record from the list',
};

/** A record that has a thread: messages, followers and attachments. */
export const recordId = recordField(
	'Record',
	'recordId',
	'records',
	'The record, for example a lead; its list shows those of the model above',
);

export const messageId = recordField('Message', 'messageId', 'messages', 'The message to act on');

export const followerId = recordField(
	'Follower',
	'followerId',
	'followers',
	'The follower to act on; its key is not that of the contact, "Follower: Get Many" tells it',
);

export const attachmentId = recordField(
	'Attachment',
	'attachmentId',
	'attachments',
	'The attachment to act on',
);

/** Whoever writes messages and follows records. */
export const contactId = recordField(
	'Contact',
	'contactId',
	'contacts',
	'The contact (res_partner), who may be a user too',
);

/** The field with its place in the request. */
export const at = (field: Field, place: string): Field => ({ ...field, place });

/** The same with its place in the request. */
export const optionalAt = (field: Field, place: string): Field => ({ ...optional(field), place });

/** What a list shows only the followers or the attachments of. */
export const recordFilter = at(recordId, 'body.n_res_id_eq');

/** The field as part of a collection of filters. */
export const asFilter = (field: Field, name: string, words: Partial<Field>): Field => ({
	...optionalAt(field, `body.${name}`),
	name,
	...words,
});
