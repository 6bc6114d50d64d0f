import { field } from '../../../shared';
import { followerTypes } from '../../followerType';
import { asFilter, contactId, modelOfList, recordFilter } from '../../ids';
import { containsFilter } from '../../fields';
import { filtersWith, listOperation } from '../../lists';
import { simpleFollower } from '../../simple';

const filters = filtersWith(
	[
		asFilter(contactId, 'n_partner_id_eq', { description: 'Only this contact' }),
		containsFilter('Name Contains', 'n_name_like', 'Only contacts with this text in their name'),
		field.choice('Type', 'n_type_eq', {
			options: followerTypes,
			default: '40',
			description: 'Only those who follow this closely',
			place: 'body.n_type_eq',
		}),
	],
	'res_model',
);

export const getMany = listOperation({
	action: 'Get many followers of a record',
	description: 'List many contacts who follow a record',
	path: '/mail_followers/fetch_default',
	simple: simpleFollower,
	fields: [modelOfList, recordFilter],
	options: [filters],
	usualSort: 'id,asc',
});
