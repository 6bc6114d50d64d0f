import type { IDataObject } from 'n8n-workflow';

import { type Errand, isObject, type Operation, Unfit } from '../shared';

/** What Sakari itself writes into records. */
const written = ['id', 'created', 'updated', 'error', 'valid', 'lastJob', 'nextExecution'];

/** The whole record as it is to be: what is named changes, also in the objects of the fields `inside`. */
function changed(record: IDataObject, changes: IDataObject, inside: string[]): IDataObject {
	const kept = Object.entries(record).filter(([name]) => !written.includes(name));
	const whole = { ...Object.fromEntries(kept), ...changes };
	for (const name of inside) {
		const [before, after] = [record[name], changes[name]];
		if (isObject(before) && isObject(after)) whole[name] = { ...before, ...after };
	}
	return whole;
}

/**
 * An operation that changes fields of a record: reads the record, and sends all of it with the changes.
 * Sakari does not say that a PUT leaves alone what it is not sent, and its samples send all of a
 * record: without the rest, a contact might lose its opt-out. What somebody else changes between the
 * two requests is lost.
 * Source: https://developer.sakari.io/api-reference/contacts/updates-a-contact
 *
 * @param inside fields in whose objects likewise only what is named changes, by the changes
 */
export function updating(
	shown: Pick<Operation, 'action' | 'description' | 'path' | 'fields' | 'findOut' | 'simple'>,
	inside: (changes: IDataObject) => string[] = () => [],
): Operation {
	const { path, fields, findOut } = shown;
	const put = (record: IDataObject): Errand => ({
		method: 'PUT',
		path,
		effect: 'change',
		findOut,
		fields,
		prepare(request) {
			request.body = changed(record, request.body, inside(request.body));
		},
	});
	return {
		...shown,
		name: 'Update',
		value: 'update',
		method: 'GET',
		effect: 'read',
		prepare(request) {
			const isChange = Object.keys(request.body).length > 0;
			if (!isChange) throw new Unfit("'Update Fields' must have at least one field");
			request.body = {};
		},
		follow({ body }, parameters) {
			const record = (body as { data?: unknown } | undefined)?.data;
			if (!isObject(record) || typeof record.id !== 'string') {
				throw new Unfit('Sakari did not give the record that is to be changed, so nothing was changed');
			}
			return { errand: put(record), parameters };
		},
	};
}

/** What an operation that deletes gives, as n8n's nodes do. */
export const deleted = (): IDataObject => ({ deleted: true });
