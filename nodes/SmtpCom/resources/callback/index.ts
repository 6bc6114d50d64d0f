import { resource } from '../../../shared';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getLog } from './getLog';
import { getMany } from './getMany';
import { update } from './update';

export const callback = resource('Callback', 'callback', getMany, [
	create,
	remove,
	get,
	getLog,
	getMany,
	update,
]);
