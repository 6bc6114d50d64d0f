import { attachmentFields, field } from '../../../shared';
import { asFilter, model, modelOfList, recordFilter } from '../../ids';
import { containsFilter } from '../../fields';
import { filtersWith, listOperation, newestFirst } from '../../lists';
import { fileOf, simpleAttachment } from '../../simple';

const filters = filtersWith(
	[
		asFilter(model, 'n_res_model_eq', {
			displayName: 'Model of Record',
			description: 'Only attachments of this entity, as attachments tell it',
		}),
		containsFilter('Name Contains', 'n_name_like', 'Only attachments with this text in their name'),
		field.choice('Type', 'n_type_eq', {
			options: [
				{ name: 'File', value: 'binary' },
				{ name: 'Link', value: 'url' },
			],
			default: 'binary',
			description: 'Only attachments of this kind',
			place: 'body.n_type_eq',
		}),
	],
	'name',
);

export const getMany = listOperation({
	action: 'Get many attachments of a record',
	description: 'List many attachments of a record, the newest first',
	path: '/ir_attachments/fetch_default',
	simple: simpleAttachment,
	attachments: (record) => [fileOf(record)],
	fields: [modelOfList, recordFilter],
	options: [filters, ...attachmentFields],
	usualSort: newestFirst,
});
