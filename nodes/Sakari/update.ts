import type { IDataObject } from 'n8n-workflow';

import type { Request } from '../shared/operation';
import { Unfit } from '../shared/parse';

/** What Sakari itself writes into records. */
const written = ['id', 'created', 'updated', 'error', 'valid', 'lastJob', 'nextExecution'];

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The whole record as it is to be. Sakari does not say that a PUT leaves alone what it is not sent, and
 * its samples send all of a record: without the rest, a contact might lose its opt-out.
 * Source: https://developer.sakari.io/api-reference/contacts/updates-a-contact
 *
 * @param inside fields in whose objects likewise only what is named changes
 */
export function changed(
	record: IDataObject,
	changes: IDataObject,
	inside: string[] = [],
): IDataObject {
	if (typeof record.id !== 'string') {
		throw new Unfit('Sakari did not give the record that is to be changed, so nothing was changed');
	}
	const kept = Object.entries(record).filter(([name]) => !written.includes(name));
	const whole = { ...Object.fromEntries(kept), ...changes };
	for (const name of inside) {
		const [before, after] = [record[name], changes[name]];
		if (isObject(before) && isObject(after)) whole[name] = { ...before, ...after };
	}
	return whole;
}

/** An update without a change is a mistake. */
export function mustChange({ body }: Request): void {
	if (Object.keys(body).length === 0) throw new Unfit("'Update Fields' must have at least one field");
}

/** What an operation that deletes gives, as n8n's nodes do. */
export const deleted = (): IDataObject => ({ deleted: true });
