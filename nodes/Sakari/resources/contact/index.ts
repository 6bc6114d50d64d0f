import { resource } from '../../../shared';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const contact = resource('Contact', 'contact', upsert, [
	create,
	upsert,
	remove,
	get,
	getMany,
	update,
]);
