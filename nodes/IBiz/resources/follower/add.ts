import { createHash } from 'node:crypto';

import { field, type Operation } from '../../../shared';
import { furtherFields } from '../../fields';
import { at, contactId, model, recordId } from '../../ids';
import { putFurtherFields } from '../../request';
import { simpleFollower } from '../../simple';
import { followerTypes } from '../../followerType';

/** The same for the same contact and record, so that a repeat adds nobody twice. */
const keyOf = (...parts: unknown[]) =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a follower to a record',
	description:
		'Make a contact follow a record, who is then notified of its messages. Added again with this operation, the contact is changed and not there twice.',
	method: 'POST',
	path: '/mail_followers/save',
	effect: 'change',
	findOut: 'Use "Follower: Get Many" with the same record to see who follows it',
	simple: simpleFollower,
	fields: [
		at(model, 'body.res_model'),
		at(recordId, 'body.res_id'),
		at(contactId, 'body.partner_id'),
		field.additionalFields([
			furtherFields,
			field.choice('Type', 'type', {
				options: followerTypes,
				default: '40',
				description: 'How closely the contact follows',
				place: 'body.type',
			}),
		]),
	],
	prepare(request, parameters) {
		const { res_model: entity, res_id: record, partner_id: contact } = request.body;
		request.body.id = keyOf(String(entity).toLowerCase(), record, contact);
		putFurtherFields(request, parameters);
	},
};
