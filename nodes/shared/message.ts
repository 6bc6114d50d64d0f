import type { IDataObject } from 'n8n-workflow';

/** One side of a message, as far as the provider tells. */
export interface Person extends IDataObject {
	id?: string;
	name?: string;
	/** E-mail address or phone number. */
	address?: string;
}

export interface Attachment extends IDataObject {
	name?: string;
	url?: string;
	/** Bytes. */
	size?: number;
	mimeType?: string;
}

/** What a provider tells of a message; empty values count as not told. */
export interface Told {
	id: unknown;
	/** What messages of one conversation have in common. */
	threadId?: unknown;
	direction?: 'inbound' | 'outbound';
	from?: { [Part in keyof Person]?: unknown };
	to?: Array<{ [Part in keyof Person]?: unknown }>;
	subject?: unknown;
	text?: unknown;
	html?: unknown;
	attachments?: Array<{ [Part in keyof Attachment]?: unknown }>;
	status?: unknown;
	/** Milliseconds since 1970, or a date as text with its offset. */
	createdAt?: unknown;
}

const isTold = (value: unknown) =>
	value !== undefined &&
	value !== null &&
	value !== '' &&
	!(typeof value === 'object' && Object.keys(value).length === 0);

/** Values without those that are not told. */
export function toldOf(values: object): IDataObject {
	const told: IDataObject = {};
	for (const name of Object.keys(values)) {
		const value = (values as IDataObject)[name];
		if (isTold(value)) told[name] = value;
	}
	return told;
}

const asId = (value: unknown) => (isTold(value) ? String(value) : undefined);

const person = ({ id, name, address }: NonNullable<Told['from']>) =>
	toldOf({ id: asId(id), name, address });

/** A point in time as ISO 8601 in UTC; `undefined` when it is none. */
export function isoTime(value: unknown): string | undefined {
	if (!isTold(value)) return undefined;
	const date = new Date(value as string | number);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * The one form that messages of all providers have: `{ provider, id, threadId, direction, from, to, subject,
 * text, html, attachments, status, createdAt }`. What a provider does not tell is absent.
 */
export const messageOf = (provider: string, told: Told): IDataObject =>
	toldOf({
		provider,
		id: asId(told.id),
		threadId: asId(told.threadId),
		direction: told.direction,
		from: told.from && person(told.from),
		to: told.to?.map(person).filter(isTold),
		subject: told.subject,
		text: told.text,
		html: told.html,
		attachments: told.attachments?.map(toldOf).filter(isTold),
		status: told.status,
		createdAt: isoTime(told.createdAt),
	});

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** One entity; those that are rare stay as they are. */
function decode(entity: string, name: string): string {
	if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity;
	const isHex = /^#x/i.test(name);
	const code = parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** A tag whose content nobody sees, as it begins or ends. */
const hiding = /(<\/?(?:style|script)\b[^<>]*>)/i;

/** What a reader sees of HTML, as plain text. Takes a time that grows with the length only. */
export function textOf(html: string): string {
	const parts = html.split(hiding);
	const seen = parts.filter((_, place) => place % 2 === 0 && !parts[place - 1]?.match(/^<[^/]/));
	return seen
		.join('')
		.replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\b[^<>]*>/gi, '\n')
		.replace(/<[^<>]*>/g, '')
		.replace(/&(#x?[\da-f]{1,7}|[a-z]{1,10});/gi, decode)
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
