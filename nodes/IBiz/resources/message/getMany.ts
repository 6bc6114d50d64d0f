import { field } from '../../../shared';
import { asFilter, contactId, messageId, modelOfList, optionalAt, recordId } from '../../ids';
import { containsFilter } from '../../fields';
import { filtersWith, listOperation, newestFirst, sort } from '../../lists';
import { messageTypes } from '../../messageType';
import { simpleMessage } from '../../simple';

/** The methods of the entity that give messages of any record. */
const list = field.choice('List', 'list', {
	options: [
		{ name: 'All Messages', value: 'fetch_default' },
		{ name: 'Messages to the User', value: 'fetch_cur_user' },
		{ name: 'Pinned Messages', value: 'fetch_pinned' },
	],
	default: 'fetch_default',
	description: 'Which messages to list; the user is the one who logs in',
});

const filters = filtersWith(
	[
		asFilter(contactId, 'n_author_id_eq', {
			displayName: 'Author',
			description: 'Only messages by this contact',
		}),
		containsFilter(
			'Author Name Contains',
			'n_author_name_like',
			'Only messages by contacts with this text in their name',
		),
		containsFilter('Body Contains', 'n_body_like', 'Only messages with this text in their body'),
		field.choice('Message Type', 'n_message_type_eq', {
			options: messageTypes,
			default: 'comment',
			description: 'Only messages of this kind',
			place: 'body.n_message_type_eq',
		}),
		asFilter(messageId, 'n_parent_id_eq', {
			displayName: 'Parent Message',
			description: 'Only messages that answer this one',
		}),
	],
	'model',
);

export const getMany = listOperation({
	action: 'Get many messages',
	description: 'List many messages of a record or of all, the newest first unless sorted otherwise',
	path: '/mail_messages/{list}',
	simple: simpleMessage,
	fields: [
		modelOfList,
		{
			...optionalAt(recordId, 'body.n_res_id_eq'),
			description: 'The record whose messages to list; without it, those of all records',
		},
		list,
	],
	options: [filters, sort],
	usualSort: newestFirst,
});
