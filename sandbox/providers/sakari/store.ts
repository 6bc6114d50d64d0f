import type { Call, Reply, SandboxProvider } from '../../types';
import { idOf } from './account';
import { gone, holds, page, refusal, success } from './replies';

/** A record as it is kept. */
type Kept<T> = T & { id: string; created: { at: string }; updated: { at: string } };

/** Records of one kind that clients make, in the order they were made. */
export class Store<T extends { name: string }> {
	readonly all: Array<Kept<T>> = [];

	private count = 0;

	/** @param kind what the ids of these records have before the number */
	constructor(private readonly kind: string) {}

	find = (id: string | undefined) => this.all.find((record) => record.id === id);

	add(record: T, now: number): Kept<T> {
		this.count += 1;
		const at = new Date(now).toISOString();
		const kept = { id: idOf(this.kind, this.count), ...record, created: { at }, updated: { at } };
		this.all.push(kept);
		return kept;
	}

	/** Puts a record in the place of another one, of which nothing else is left. */
	replace({ id, created }: Kept<T>, record: T, now: number): Kept<T> {
		const kept = { id, ...record, created, updated: { at: new Date(now).toISOString() } };
		this.all[this.all.findIndex((one) => one.id === id)] = kept;
		return kept;
	}

	remove(record: Kept<T>): void {
		this.all.splice(this.all.indexOf(record), 1);
	}
}

/**
 * The handlers of a kind of records: `template.create` and so on.
 *
 * @param made the record that a body asks for
 * @param asList whether the answer to a creation holds a list
 */
export function storeHandlers<T extends { name: string }>(
	name: 'campaign' | 'template',
	store: Store<T>,
	made: (body: unknown) => T,
	asList: boolean,
): SandboxProvider['handlers'] {
	const known =
		(answer: (record: Kept<T>, call: Call) => Reply) =>
		(call: Call): Reply => {
			const record = store.find(call.params[`${name}Id`]);
			if (record) return answer(record, call);
			const code = `${name.slice(0, 4).toUpperCase()}-404`;
			return refusal(404, code, `Unknown ${name}`);
		};
	return {
		[`${name}.getMany`]: ({ query }) =>
			page(
				store.all.filter((record) => holds(record.name, query.name)),
				query,
			),
		[`${name}.create`]({ body, now }) {
			const record = store.add(made(body), now);
			return success(asList ? [record] : record, 201);
		},
		[`${name}.get`]: known((record) => success(record)),
		[`${name}.update`]: known((record, { body, now }) =>
			success(store.replace(record, made(body), now)),
		),
		[`${name}.delete`]: known((record) => {
			store.remove(record);
			return gone;
		}),
	};
}
