import type { IDataObject } from 'n8n-workflow';

import { field, headerText, isObject, jsonObject, type Parse, Unfit } from '../shared';
import { type Address, addressList } from './addresses';
import type { Header } from './customHeaders';

/** What an answer takes over from the mail that it answers. */
export interface Answer {
	to: Address[];
	subject: string;
	headers: Header[];
}

type Read = (...names: string[]) => unknown;

const isNothing = (value: unknown) =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Reads what a mail is made of, as triggers of mail tell it: `messageId`, `Message-ID` or, among the
 * headers that Email Trigger (IMAP) puts into `metadata`, `message-id`.
 */
function readerOf({ metadata, ...message }: IDataObject): Read {
	const parts = new Map<string, unknown>();
	for (const [name, value] of Object.entries({ ...(metadata as IDataObject), ...message })) {
		const key = name.toLowerCase().replace(/-/g, '');
		if (!isNothing(value)) parts.set(key, value);
	}
	return (...names) => names.map((name) => parts.get(name)).find((value) => value !== undefined);
}

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Addresses as text, or as the objects that parsers of mails make: alone, in a list or below a name. */
function addressesIn(value: unknown, context: { timezone: string }): Address[] {
	if (typeof value === 'string') return addressList(oneLine(value), context) as Address[];
	if (Array.isArray(value)) return value.flatMap((one) => addressesIn(one, context));
	if (!isObject(value)) return [];
	if (value.address === undefined) return addressesIn(value.value ?? value.emailAddress, context);
	const name = typeof value.name === 'string' ? oneLine(value.name) : '';
	const own = name === '' ? {} : { name: headerText()(name, context) as string };
	return addressesIn(value.address, context).map((one) => ({ ...one, ...own }));
}

/** The subject of an answer (RFC 5322, 3.6.5). */
function subjectOf(subject: unknown): string {
	const text = typeof subject === 'string' ? oneLine(subject) : '';
	const answer = /^re(\[\d+\])?\s*:/i.test(text) ? text : `Re: ${text}`.trim();
	return answer.slice(0, 998).replace(/[\uD800-\uDBFF]$/, '');
}

/** Message IDs with their angle brackets (RFC 5322, 3.6.4); two of them fit into a line. */
const idsIn = (value: unknown) => [value].flat().join(' ').match(/<[!-;=?-~]{1,480}>/g) ?? [];

/** The one ID of a mail; services that are no mail have IDs of another kind. */
function idIn(value: unknown): string | undefined {
	const [id] = idsIn(value);
	const isBare = typeof value === 'string' && /^[!-;=?A-~]{1,240}@[!-;=?A-~]{1,239}$/.test(value);
	return id ?? (isBare ? `<${value}>` : undefined);
}

/** The first mail of the conversation and the latest ones, as many as a line can name. */
function line(ids: string[]): string {
	const [first, ...others] = new Set(ids);
	while (others.length > 1 && [first, ...others].join(' ').length > 998) others.shift();
	return [first, ...others].join(' ');
}

/** The headers that put an answer into the conversation (RFC 5322, 3.6.4). */
function headersFor(read: Read): Header[] {
	const id = idIn(read('messageid', 'internetmessageid', 'id'));
	if (id === undefined) return [];
	const known = idsIn(read('references') ?? read('inreplyto'));
	return [
		{ name: 'In-Reply-To', value: id },
		{ name: 'References', value: line([...known, id]) },
	];
}

/** An answer goes to the sender, one to a mail of our own to the recipients. */
const answerTo: Parse = (value, context): Answer => {
	const read = readerOf(jsonObject(value, context) as IDataObject);
	const theirs = read('direction') === 'outbound' ? ['to'] : ['replyto', 'from'];
	let to: Address[] = [];
	for (const name of theirs) if (to.length === 0) to = addressesIn(read(name), context);
	if (to.length === 0) throw new Unfit('must have an address to answer to, in from or replyTo');
	return { to, subject: subjectOf(read('subject')), headers: headersFor(read) };
};

export const answered = field.json('Message', 'message', {
	required: true,
	default: '={{ $json }}',
	description:
		'The mail to answer: from or replyTo gets the answer, subject is taken over, messageId and references put it into the conversation',
	hint: 'An item of Email Trigger (IMAP), or a simplified one of this node, can be taken as it is',
	parse: answerTo,
});
