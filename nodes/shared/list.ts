import type { IDataObject } from 'n8n-workflow';

import type { Accepted } from './exchange';
import type { Call } from './item';
import type { Cursor, Provider } from './operation';
import { Unfit } from './parse';

/**
 * Reads a list page by page until it ends or holds what `Limit` asks for.
 *
 * @param ask sends the item's request as it stands
 * @throws Unfit when the provider gives the same page again, since the list would never end
 */
export async function readList(
	item: Call,
	provider: Provider,
	ask: () => Promise<Accepted>,
): Promise<IDataObject[]> {
	const { operation, parameters, request } = item;
	const most = parameters.returnAll === false ? (parameters.limit as number) : Infinity;
	const { pages } = operation;
	if (!pages) return (await ask()).records.slice(0, most);
	const size = Math.min(pages.most, most);
	const records: IDataObject[] = [];
	let cursor: Cursor = pages.first;
	let last = '';
	do {
		pages.place(request, cursor, size);
		const { answer, records: page } = await ask();
		const next = pages.next({ cursor, size, count: page.length, answer });
		const face = JSON.stringify(page[0]);
		if (page.length > 0 && (face === last || (next !== undefined && next === cursor))) {
			throw new Unfit(`${provider.name} gave the same page of the list twice, so it cannot be read on`);
		}
		for (const record of page) records.push(record);
		last = face;
		cursor = next;
	} while (cursor !== undefined && records.length < most);
	return records.slice(0, most);
}
