import { resource } from '../../../shared';
import { checkKey } from './checkKey';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getDraft } from './getDraft';
import { getMany } from './getMany';
import { postMessage } from './postMessage';
import { update } from './update';
import { upsert } from './upsert';

export const mailThread = resource('Mail Thread', 'mailThread', postMessage, [
	checkKey,
	create,
	upsert,
	remove,
	get,
	getDraft,
	getMany,
	postMessage,
	update,
]);
