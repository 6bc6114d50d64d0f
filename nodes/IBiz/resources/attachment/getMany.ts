import { asFilter, at, model, recordId } from '../../ids';
import { containsFilter, filtersWith, listOperation, newestFirst } from '../../lists';

const filters = filtersWith(
	[
		asFilter(model, 'n_res_model_eq', { description: 'Only attachments of this entity' }),
		containsFilter('Name Contains', 'n_name_like', 'Only attachments with this text in their name'),
		{
			displayName: 'Type',
			name: 'n_type_eq',
			type: 'options',
			options: [
				{ name: 'File', value: 'binary' },
				{ name: 'Link', value: 'url' },
			],
			default: 'binary',
			description: 'Only attachments of this kind',
			place: 'body.n_type_eq',
		},
	],
	'name',
);

export const getMany = listOperation({
	action: 'Get many attachments of a record',
	description: 'List many attachments of a record, the newest first',
	path: '/ir_attachments/fetch_default',
	fields: [at(recordId, 'body.n_res_id_eq')],
	options: [filters],
	usualSort: newestFirst,
});
