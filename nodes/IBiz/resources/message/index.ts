import { resource } from '../../../shared';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { pin } from './pin';
import { reply } from './reply';
import { unpin } from './unpin';

/** Messages on records, once they are there; posting the first one is an operation on its thread. */
export const message = resource('Message', 'message', getMany, [
	remove,
	get,
	getMany,
	pin,
	reply,
	unpin,
]);
