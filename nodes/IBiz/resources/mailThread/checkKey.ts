import type { Answer, Operation } from '../../../shared';
import { additionalFields } from '../../fields';
import { newThreadId } from '../../ids';
import { putThread } from '../../request';

/** Source: `CheckKeyStates` of https://github.com/iBizLab/ibiz-service-hub */
const meanings = new Map([
	[0, 'No mail thread has this key'],
	[1, 'A mail thread has this key'],
	[2, 'A deleted mail thread has this key'],
]);

/** iBiz answers with a bare number. */
function asResult({ body }: Answer) {
	const check = Number(body);
	return {
		check,
		exists: check === 1,
		available: check === 0,
		meaning: meanings.get(check) ?? 'A number that iBiz does not document',
	};
}

export const checkKey: Operation = {
	name: 'Check Key',
	value: 'checkKey',
	action: 'Check the key of a mail thread',
	description: 'See whether a key is free, in use, or was used by a deleted mail thread',
	method: 'POST',
	path: '/mail_threads/check_key',
	effect: 'read',
	fields: [newThreadId, additionalFields],
	prepare: putThread,
	output: asResult,
};
