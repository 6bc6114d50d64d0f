import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import { type Field, type Picker, textOf } from '../shared';
import { model } from './ids';
import { listErrand, newestFirst } from './lists';

/** What a list shows of a record. */
interface Row extends IDataObject {
	id: string;
	name?: string | null;
	email?: string | null;
	res_id?: string | null;
	res_model?: string | null;
	author_name?: string | null;
	body?: string | null;
	create_date?: string | null;
	subject?: string | null;
}

type Show = (row: Row) => Array<string | null | undefined>;

/** What a record is called, followed by what tells it from others of that name. */
const shownBy =
	(show: Show) =>
	(record: IDataObject): INodeListSearchItems => {
		const row = record as Row;
		const [name, ...more] = show(row).filter(Boolean);
		return { name: [name ?? row.id, ...more].join(', '), value: row.id };
	};

const byName = (text: string) => [{ filters: { n_name_like: text } }];

const size = 100;

/** A list of named records, sorted by name. */
const named = (path: string, show: Show, empty: string, sort = 'name,asc;id,asc'): Picker => ({
	errand: listErrand(path, sort, size),
	search: byName,
	show: shownBy(show),
	empty,
});

/**
 * The name of an entity in addresses: the records of `res_company` are listed below `/res_companies`.
 * Source: the service interface pages of https://github.com/iBizLab/iBizOdoo
 */
export function pluralOf(entity: string): string {
	const name = entity.toLowerCase();
	if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
	if (/([aiu]s|ss|x|ch|sh)$/.test(name)) return `${name}es`;
	return name.endsWith('s') ? name : `${name}s`;
}

/** The records of the entity that another field names. Whatever has a thread, has a name too. */
export function recordsOf(entity: Field): Picker {
	const list = named(
		'',
		({ name }) => [name],
		'There are no records of this model, or none that the user may read. Check the model, or give the key of the record by ID',
	);
	return {
		...list,
		needs: [entity],
		errand: {
			...list.errand,
			prepare(request, parameters) {
				request.url = `/${pluralOf(parameters[entity.name] as string)}/fetch_default`;
				list.errand.prepare!(request, parameters);
			},
		},
	};
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

const ofRecord = ({ name, res_model: entity, res_id: record }: Row) => [
	name,
	[entity?.toLowerCase(), record].filter(Boolean).join(' '),
];

/** The lists that records of iBiz are chosen from, by the names that `ids.ts` calls them. */
export const pickers: Record<string, Picker> = {
	attachments: named(
		'/ir_attachments/fetch_default',
		ofRecord,
		'There are no attachments yet, or none that the user may read. "Attachment: Upload" adds one',
		newestFirst,
	),
	contacts: named(
		'/res_partners/fetch_default',
		({ name, email }) => [name, email],
		'There are no contacts that the user may read. Give the key of the contact by ID',
	),
	followers: named(
		'/mail_followers/fetch_default',
		ofRecord,
		'No record has followers yet, or none that the user may read. "Follower: Add" adds one',
	),
	messages: {
		errand: listErrand('/mail_messages/fetch_default', newestFirst, size),
		search: (text) => [{ filters: { n_body_like: text } }, { filters: { n_author_name_like: text } }],
		show: shownBy(({ subject, body, author_name: author, create_date: date }) => [
			shortened(subject || textOf(body ?? '').replace(/\s+/g, ' ')),
			author,
			date,
		]),
		empty: 'There are no messages yet, or none that the user may read. "Mail Thread: Post Message" posts one',
	},
	records: recordsOf(model),
	threads: named(
		'/mail_threads/fetch_default',
		({ name }) => [name],
		'The site lists no mail threads: many keep them inside other records only. Give the key of the record by ID',
	),
};
