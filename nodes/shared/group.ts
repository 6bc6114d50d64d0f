import type { IDataObject } from 'n8n-workflow';

import type { Item } from './item';
import type { Part } from './operation';

/**
 * Items that go out in one request, in their order. Items that nothing can be joined with, and
 * those with files, stand alone.
 */
export function unitsOf<T extends { item: Item }>(all: T[], groups: boolean): T[][] {
	const units: T[][] = [];
	const open = new Map<string, { unit: T[]; seen: Set<string> }>();
	for (const one of all) {
		const { operation, request, files } = one.item;
		const place = groups && files.length === 0 ? operation.group?.together(request) : undefined;
		const like = JSON.stringify([operation.path, place?.like]);
		const joined = place && open.get(like);
		const isFull = joined && joined.unit.length >= operation.group!.most;
		if (joined && !isFull && !joined.seen.has(place.once ?? '')) {
			joined.unit.push(one);
			if (place.once !== undefined) joined.seen.add(place.once);
			continue;
		}
		const unit = [one];
		units.push(unit);
		if (place) open.set(like, { unit, seen: new Set(place.once === undefined ? [] : [place.once]) });
	}
	return units;
}

/**
 * A unit that was refused as a whole, in five parts. Halves would take about as many requests to find
 * what is refused, but each item would go through more of them, and each may end in uncertainty.
 */
export function piecesOf<T>(unit: T[]): T[][] {
	const size = Math.ceil(unit.length / 5);
	return Array.from({ length: Math.ceil(unit.length / size) }, (_, piece) =>
		unit.slice(piece * size, (piece + 1) * size),
	);
}

/** The item that stands for several: its request is all of theirs, its records are their `Part`s. */
export function joinedItem(items: Item[]): Item {
	const first = items[0]!;
	const group = first.operation.group!;
	const requests = items.map(({ request }) => request);
	return {
		...first,
		request: { ...first.request, ...group.join(requests) },
		operation: {
			...first.operation,
			output(answer) {
				const parts: Part[] = group.split(answer, requests);
				if (parts.length !== items.length) throw new RangeError('Not one part for each item');
				return parts as IDataObject[];
			},
		},
	};
}
