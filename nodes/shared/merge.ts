import type { Accepted } from './exchange';
import type { Call, Item } from './item';
import type { Operation } from './operation';

/**
 * The item with the whole record in its body, as `merge` makes it: the record is read from the address
 * of the request first. What somebody else changes between the two requests is lost.
 *
 * @param send sends a request
 */
export async function withRecord(
	item: Item,
	merge: NonNullable<Operation['merge']>,
	send: (call: Call) => Promise<Accepted>,
): Promise<Item> {
	const { operation, request } = item;
	const { records } = await send({
		...item,
		operation: { method: 'GET', path: operation.path, effect: 'read', fields: [] },
		request: { ...request, method: 'GET', body: {} },
	});
	return { ...item, request: { ...request, body: merge(records[0] ?? {}, request.body) } };
}
