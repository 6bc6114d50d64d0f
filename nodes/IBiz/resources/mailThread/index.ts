import type { Resource } from '../../../shared/operation';
import { checkKey } from './checkKey';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getDraft } from './getDraft';
import { getMany } from './getMany';
import { postMessage } from './postMessage';
import { update } from './update';
import { upsert } from './upsert';

export const mailThread: Resource = {
	name: 'Mail Thread',
	value: 'mailThread',
	usual: 'postMessage',
	operations: [checkKey, create, upsert, remove, get, getDraft, getMany, postMessage, update],
};
