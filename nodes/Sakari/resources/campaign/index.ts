import { resource } from '../../../shared';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const campaign = resource('Campaign', 'campaign', getMany, [
	create,
	remove,
	get,
	getMany,
	update,
]);
