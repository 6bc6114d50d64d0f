import type { Reply } from '../../types';
import { ok, unknownModel } from './replies';

export type Values = Record<string, unknown>;

/** What a list is asked for, besides a page of it. */
export interface Query {
	/** `n_<field>_eq` and `n_<field>_like`, as the contract lists them. */
	[filter: `n_${string}`]: unknown;
	query?: string;
	sort?: string;
	searchconds?: Array<{ fieldname: string; condop: 'EQ' | 'LIKE'; value: unknown }>;
}

/** An entity of the site, as far as its lists go. */
export interface Entity {
	name: string;
	/** What can be searched and sorted by. */
	fields: string[];
	/** The field that the quick search looks at. */
	quick: string;
}

const mostInPage = 1000;

const contains = (value: unknown, part: unknown) => String(value).includes(String(part));

/** MySQL compares text without regard to case. */
const folded = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

const equals = (one: unknown, other: unknown) => folded(one) === folded(other);

function compare(one: unknown, other: unknown): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}

function matches(record: Values, { quick }: Entity, asked: Query): boolean {
	const { query, searchconds = [], sort: _, ...filters } = asked;
	return (
		(query === undefined || contains(record[quick], query)) &&
		searchconds.every(({ fieldname, condop, value }) =>
			condop === 'EQ' ? equals(record[fieldname], value) : contains(record[fieldname], value),
		) &&
		Object.entries(filters).every(([filter, value]) => {
			const [, field, operator] = /^n_(\w+)_(eq|like)$/.exec(filter)!;
			const test = operator === 'eq' ? equals : contains;
			return test(record[field!], value);
		})
	);
}

/** Records that match, sorted; what is equal by the sort stands in another order each time. */
export function listed<Record extends Values>(
	records: Iterable<Record>,
	entity: Entity,
	query: Query,
): Record[] {
	const found = [...records].filter((record) => matches(record, entity, query));
	if (query.sort === undefined) return found;
	const rules = query.sort.split(';').map((rule) => rule.split(',') as [string, string]);
	return found
		.map((record) => ({ record, chance: Math.random() }))
		.sort(({ record: one, chance }, { record: other, chance: otherChance }) => {
			for (const [field, direction] of rules) {
				const order = compare(one[field], other[field]) * (direction === 'desc' ? -1 : 1);
				if (order !== 0) return order;
			}
			return chance - otherChance;
		})
		.map(({ record }) => record);
}

/** The answer to a `fetch_` request: a page, and the totals in headers. */
export function pageOf(records: Iterable<Values>, entity: Entity, body: unknown): Reply {
	const { page, size, ...query } = body as Query & { page: number; size: number };
	const sorted = query.sort?.split(';').map((rule) => rule.split(',')[0]!) ?? [];
	const searched = query.searchconds?.map(({ fieldname }) => fieldname) ?? [];
	const unknown = [...sorted, ...searched].find((field) => !entity.fields.includes(field));
	if (unknown !== undefined) return unknownModel(`实体[${entity.name}]没有属性[${unknown}]`);
	const found = listed(records, entity, query);
	const most = Math.min(size, mostInPage);
	return ok(found.slice(page * most, (page + 1) * most), {
		'x-page': String(page),
		'x-per-page': String(most),
		'x-total': String(found.length),
		'x-total-pages': String(Math.ceil(found.length / most)),
	});
}
