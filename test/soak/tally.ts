import type { IDataObject } from 'n8n-workflow';

/** What a trigger has started the workflow with, compared with what has happened. */
export interface Tally {
	delivered: number;
	missed: string[];
	/** Those that came again; one that came three times stands here twice. */
	repeated: string[];
	/** What should have started nothing. */
	unexpected: string[];
}

/** Keys of messages: no other text looks like them. */
export const keyOf = (number: number) => `soak-${String(number).padStart(6, '0')}`;

const keyIn = (item: IDataObject) => /soak-\d{6}/.exec(JSON.stringify(item))?.[0];

export function tally(happened: Iterable<string>, items: IDataObject[]): Tally {
	const open = new Set(happened);
	const seen = new Set<string>();
	const repeated: string[] = [];
	const unexpected: string[] = [];
	for (const item of items) {
		const key = keyIn(item);
		if (key !== undefined && seen.has(key)) {
			repeated.push(key);
		} else if (key !== undefined && open.delete(key)) {
			seen.add(key);
		} else {
			unexpected.push(JSON.stringify(item).slice(0, 200));
		}
	}
	return { delivered: seen.size, missed: [...open], repeated, unexpected };
}

/** Throws unless each message has started the workflow once, and nothing else has. */
export function acquitTrigger({ missed, repeated, unexpected }: Tally): void {
	const told = Object.entries({ missed, repeated, unexpected })
		.filter(([, keys]) => keys.length > 0)
		.map(([name, keys]) => `${keys.length} ${name}: ${keys.slice(0, 20).join('; ')}`);
	if (told.length > 0) throw new Error(told.join('\n'));
}
