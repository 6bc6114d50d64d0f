import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodeType,
} from 'n8n-workflow';

import { checkField, surroundingsOf } from './check';
import { openLine } from './line';
import type { Line } from './line';
import type { Cursor, Errand, Field, Parameters, Provider } from './operation';
import { Unfit } from './parse';
import { tellingUnfit } from './tellingUnfit';

/** A list of records that the editor shows to choose one from. */
export interface Picker {
	/** The request that lists the records. */
	errand: Errand;
	/** Other fields of the node that the request needs, such as the project whose members are listed. */
	needs?: Field[];
	/**
	 * The parameters that let the API search for a text; several ways to ask are asked one after the
	 * other. Without it, or with none for a text, the pages are read and searched here.
	 */
	search?: (text: string) => Parameters[];
	/** How the list shows a record; records without a value are left out. */
	show: (record: IDataObject) => INodeListSearchItems | undefined;
	/** Whether records of several pages may show the same entry, which is listed once. */
	repeats?: boolean;
	/** Why nothing is listed, in a sentence that says what to do. */
	empty: string;
}

/** A picker, or one that depends on what else the node's panel holds. */
type Choice = Picker | ((written: (name: string) => unknown) => Picker);

/** Entries of a list without pages that are shown at first, and more with each scroll. */
const portion = 100;

/** Entries that fill the list as far as a user sees it. */
const screenful = 20;

/** Milliseconds after which an opened list shows what there is; n8n asks for more while there is room. */
const glance = 3_000;

/** Milliseconds that a user waits for a search, which n8n does not go on with by itself. */
const patience = 15_000;

/** The checked value of another field of the node, of which the editor tells what is written there. */
function neededValue(context: ILoadOptionsFunctions, field: Field): unknown {
	const value = context.getCurrentNodeParameter(field.name);
	const content = (value as { value?: unknown } | undefined)?.value ?? value;
	if (typeof content === 'string' && content.startsWith('=')) {
		throw new Unfit(`'${field.displayName}' is an expression, so nothing can be listed here. Give the ID instead`);
	}
	if (content === undefined || content === '') {
		throw new Unfit(`Choose '${field.displayName}' first`);
	}
	return checkField(field, value, surroundingsOf(context));
}

function parametersOf(context: ILoadOptionsFunctions, { needs = [] }: Picker): Parameters {
	return Object.fromEntries(needs.map((field) => [field.name, neededValue(context, field)]));
}

const matches = (item: INodeListSearchItems, words: string[]) => {
	const face = `${item.name} ${String(item.value)} ${item.description ?? ''}`.toLowerCase();
	return words.every((word) => face.includes(word));
};

/** Gathers entries, each once. */
class Found {
	readonly items = new Map<unknown, INodeListSearchItems>();

	constructor(
		private readonly show: Picker['show'],
		private readonly words: string[],
		private readonly before: Set<unknown>,
	) {}

	keep(records: IDataObject[]): void {
		for (const record of records) {
			const item = this.show(record);
			if (!item || item.value === '' || this.before.has(item.value)) continue;
			if (matches(item, this.words)) this.items.set(item.value, item);
		}
	}
}

/** Reads pages until there is enough to show, and tells where the next one starts. */
async function readPages(
	line: Line,
	errand: Errand,
	parameters: Parameters,
	start: Cursor,
	found: Found,
	isSearch: boolean,
): Promise<Cursor> {
	if (!errand.pages) {
		found.keep(await line.ask(errand, parameters));
		return undefined;
	}
	const began = Date.now();
	const wait = () => (isSearch || found.items.size === 0 ? patience : glance);
	let cursor = start;
	do {
		const page = await line.askPage(errand, cursor, parameters);
		found.keep(page.records);
		cursor = page.next;
	} while (cursor !== undefined && found.items.size < screenful && Date.now() < began + wait());
	return cursor;
}

/** Where a list goes on, and what has been listed, where it must not be again. */
type Place = [start: Cursor, before: unknown[]];

/** What a user sees of a list, and where it goes on. */
async function search(
	line: Line,
	{ errand, search: asks, show }: Picker,
	parameters: Parameters,
	filter: string,
	[start, before]: Place,
): Promise<{ results: INodeListSearchItems[]; next: Cursor }> {
	const ways = filter === '' ? [] : (asks?.(filter) ?? []);
	const words = ways.length > 0 ? [] : filter.toLowerCase().split(/\s+/).filter(Boolean);
	const found = new Found(show, words, new Set(before));
	let next: Cursor;
	for (const way of ways.length > 0 ? ways : [{}]) {
		next = await readPages(line, errand, { ...parameters, ...way }, start, found, filter !== '');
	}
	const items = [...found.items.values()];
	if (errand.pages) return { results: items, next: ways.length > 1 ? undefined : next };
	const from = (start ?? 0) as number;
	const to = from + portion;
	return { results: items.slice(from, to), next: to < items.length ? to : undefined };
}

const listFor = (provider: Provider, choice: Choice) =>
	async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await tellingUnfit(this, async () => {
			const written = (name: string) => this.getCurrentNodeParameter(name);
			const picker = typeof choice === 'function' ? choice(written) : choice;
			const parameters = parametersOf(this, picker);
			const line = await openLine(this, provider, { longestWait: patience, timeout: patience });
			const place: Place = paginationToken ? (JSON.parse(paginationToken) as Place) : [undefined, []];
			const text = filter.trim();
			const { results, next } = await search(line, picker, parameters, text, place);
			if (results.length === 0 && next === undefined && text === '' && !paginationToken) {
				throw new Unfit(picker.empty);
			}
			if (next === undefined) return { results };
			const listed = picker.repeats ? [...place[1], ...results.map(({ value }) => value)] : [];
			return { results, paginationToken: JSON.stringify([next, listed] satisfies Place) };
		});
	};

/** The lists of a node, by the names that locators call them. */
export const listSearches = (
	provider: Provider,
	pickers: Record<string, Choice>,
): NonNullable<NonNullable<INodeType['methods']>['listSearch']> =>
	Object.fromEntries(
		Object.entries(pickers).map(([name, picker]) => [name, listFor(provider, picker)]),
	);
