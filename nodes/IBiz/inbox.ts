import type { IDataObject } from 'n8n-workflow';

import { type Inbox, type Line, toldOf, Unfit } from '../shared';
import { withOffset } from './dates';
import { listErrand, newestFirst } from './lists';

/** A message on a record of the site, as far as a trigger looks at it. */
export interface Message extends IDataObject {
	id: string;
	create_date: string;
	author_id?: string | null;
	message_type?: string | null;
	model?: string | null;
	res_id?: string | null;
}

/** What the trigger's filters hold; some have a choice of one beside the list of several. */
export interface Filters extends Wanted {
	author?: string;
	ignoredAuthor?: string;
	record?: string;
}

/** Which messages are wanted; what is left out does not matter. */
export interface Wanted {
	authorIds?: string[];
	ignoredAuthorIds?: string[];
	messageTypes?: string[];
	models?: string[];
	recordIds?: string[];
}

/** Most polls find little; a poll that finds more than this goes on with large pages. */
const glance = listErrand('/mail_messages/fetch_default', newestFirst, 100);
const large = listErrand('/mail_messages/fetch_default', newestFirst);

function timeOf({ id, create_date: date }: Message): number {
	const at = Date.parse(withOffset(date));
	if (Number.isNaN(at)) throw new Unfit(`iBiz gave message ${id} without the time of its creation`);
	return at;
}

const all = (one?: string, several: string[] = []) => {
	const values = [...(one === undefined ? [] : [one]), ...several];
	return values.length > 0 ? [...new Set(values)] : undefined;
};

export const wantedBy = ({ author, ignoredAuthor, record, ...filters }: Filters = {}): Wanted => ({
	...filters,
	authorIds: all(author, filters.authorIds),
	ignoredAuthorIds: all(ignoredAuthor, filters.ignoredAuthorIds),
	recordIds: all(record, filters.recordIds),
});

const only = (values: string[] = []) => (values.length === 1 ? values[0] : undefined);

/** The filters that iBiz applies itself: it has some for one value each, and none for models. */
export const askedFor = ({ authorIds, messageTypes, recordIds }: Wanted): IDataObject =>
	toldOf({
		n_author_id_eq: only(authorIds),
		n_message_type_eq: only(messageTypes),
		n_res_id_eq: only(recordIds),
	});

const has = (values: string[] | undefined, value?: string | null) =>
	values === undefined || values.includes(value ?? '');

/** Models are written in upper case in messages and in lower case elsewhere. */
const lowerCase = (model?: string | null) => model?.toLowerCase();

/** Whether a message is wanted, by all filters. */
export const isWanted =
	({ authorIds, ignoredAuthorIds = [], messageTypes, models, recordIds }: Wanted) =>
	({ author_id: author, message_type: type, model, res_id: record }: Message): boolean =>
		has(authorIds, author) &&
		!ignoredAuthorIds.includes(author ?? '') &&
		has(messageTypes, type) &&
		has(models?.map(lowerCase) as string[] | undefined, lowerCase(model)) &&
		has(recordIds, record);

/**
 * The messages of a site. One that is deleted while several pages are read could hide another; the
 * next poll then finds that one, if it came in the last minutes.
 */
export function messages({ askPage }: Line, wanted: Wanted): Inbox<Message> {
	const filters = askedFor(wanted);
	return {
		late: 10 * 60_000,
		isSorted: true,
		markOf: (message) => ({ id: message.id, at: timeOf(message) }),
		async read(cursor) {
			const list = cursor === undefined ? glance : large;
			const { records, next } = await askPage(list, cursor, { filters });
			const entries = records as Message[];
			const times = entries.map(timeOf);
			if (times.some((time, index) => time > times[index - 1]!)) {
				throw new Unfit('iBiz does not list its newest messages first, so new ones cannot be found');
			}
			return { entries, next: cursor === undefined && next !== undefined ? large.pages!.first : next };
		},
	};
}
