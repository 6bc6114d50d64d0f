import type { IDataObject } from 'n8n-workflow';
import { jsonParse, tryToParseDateTime } from 'n8n-workflow';

import type { Parse } from './operation';

/** A value that cannot be sent. The message continues a sentence that starts with the field's name. */
export class Unfit extends Error {}

const brokenCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
// eslint-disable-next-line no-control-regex
const oneLine = /^[^\u0000-\u001F\u007F]*$/;

/** Whether a number is surely the one that was written: JavaScript changes digits of large ones. */
const isExact = (value: number) => !Number.isInteger(value) || Number.isSafeInteger(value);

/** Any text; numbers are written out. */
export function asText(value: unknown): string {
	if (typeof value === 'number' && Number.isFinite(value)) {
		if (!isExact(value)) throw new Unfit('is too large a number to be exact: pass it as text');
		return String(value);
	}
	if (typeof value !== 'string') throw new Unfit('must be text');
	if (brokenCharacter.test(value)) {
		throw new Unfit('contains half of a character (a lone surrogate), which cannot be sent');
	}
	if (value.includes('\0')) throw new Unfit('contains the character NUL, which cannot be sent');
	return value;
}

/** Text of at most `most` characters. */
export const text =
	(most: number): Parse =>
	(value) => {
		const content = asText(value);
		if (content.length > most) {
			throw new Unfit(`must have at most ${most} characters, but has ${content.length}`);
		}
		return content;
	};

/** What `parse` makes of a value, if it has a certain form; `otherwise` is what to tell if not. */
export const matching =
	(parse: Parse, form: RegExp, otherwise: string): Parse =>
	(value, context) => {
		const content = parse(value, context) as string;
		if (!form.test(content)) throw new Unfit(otherwise);
		return content;
	};

const trimmed: Parse = (value) => asText(value).trim();

/** One line of text for a header: a line break would start another header. */
export const headerText = (most = 998): Parse =>
	matching(text(most), oneLine, 'must be one line without control characters');

/** An id that becomes part of a path or a query. */
export const id: Parse = (value) => {
	const content = asText(value).trim();
	if (content === '') throw new Unfit('must not be empty');
	if (content.length > 500) throw new Unfit('must have at most 500 characters');
	if (!oneLine.test(content) || content === '.' || content === '..') {
		throw new Unfit('is not an ID');
	}
	return content;
};

/** A positive whole number written in digits, kept as text: such ids may exceed 2^53. */
export const digits = matching(id, /^[1-9]\d{0,18}$/, 'must be a positive whole number');

/** A positive whole number that JSON carries without loss. */
export const wholeId: Parse = (value, context) => {
	const number = Number(digits(value, context));
	if (!Number.isSafeInteger(number)) throw new Unfit('is too large a number to be sent exactly');
	return number;
};

const addressForm = /^(?=.{1,320}$)[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;

/** Whether a text is an e-mail address, without a name and without space around it. */
export const isEmailAddress = (text: string) => addressForm.test(text);

/** An e-mail address, without a name. */
export const emailAddress = matching(
	trimmed,
	addressForm,
	'must be an e-mail address such as name@email.com',
);

/** A phone number in international form; spaces, dots, hyphens and brackets are dropped. */
export const phoneNumber = matching(
	(value) => asText(value).replace(/[\s().-]/g, ''),
	/^\+[1-9]\d{6,14}$/,
	'must be a phone number in international form, for example +12025550101',
);

/** A web address. */
export const webAddress: Parse = (value) => {
	const address = asText(value).trim();
	if (!/^https?:/i.test(address) || !URL.canParse(address)) {
		throw new Unfit('must be a web address that starts with https:// or http://');
	}
	return address;
};

/** Names separated by commas, or a list of them: trimmed, without empty ones and repeats. */
export const names: Parse = (value) => {
	const list = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
	return [...new Set(list.map((name) => name.trim()).filter((name) => name !== ''))];
};

/** Several values, separated by commas or as a list; at least one. */
export const eachAs =
	(parse: Parse, whenNone = 'must not be empty'): Parse =>
	(value, context) => {
		const list = names(value, context) as string[];
		if (list.length === 0) throw new Unfit(whenNone);
		return list.map((one) => parse(one, context));
	};

/** Whether a text that starts like 2026-01-31 or 2026/1/31 names a day that there is. */
function isDay(text: string): boolean {
	const [, year, month, day] = /^(\d{4})[-/](\d\d?)[-/](\d\d?)/.exec(text) ?? [];
	if (day === undefined) return true;
	return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

/** A year that stands by itself or starts a date without hyphens; without it, anything may be a date. */
const hasYear = /(?<!\d)\d{4}(?!\d)|^\d{7,8}(T|$)/;

/** @throws Error when it is no point in time */
function asDate(value: unknown, timezone: string): Date {
	if (typeof value === 'number') return new Date(value < 1e11 ? value * 1000 : value);
	if (typeof value !== 'string') {
		// n8n's own dates and JavaScript's; anything else would become text, and text a date
		const moment: unknown = (value as object | null)?.valueOf();
		if (typeof moment !== 'number') throw new TypeError('No date');
		return new Date(moment);
	}
	const text = value.trim();
	if (/^\d{9,}$/.test(text)) return asDate(Number(text), timezone);
	if (!hasYear.test(text) || !isDay(text)) throw new RangeError('No such day');
	return tryToParseDateTime(text, timezone).toJSDate();
}

/**
 * A point in time in anything n8n's date picker or an expression gives. A time without an offset
 * is meant in the workflow's time zone.
 */
export const dateTime: Parse = (value, { timezone }) => {
	try {
		const date = asDate(value, timezone);
		const year = date.getUTCFullYear();
		if (year >= 1970 && year <= 9999) return date;
	} catch {
		// The sentence below says it
	}
	throw new Unfit('must be a date and time, for example 2026-01-31T09:00:00Z');
};

/** Seconds since 1970, from whatever `dateTime` takes. */
export const epochSeconds: Parse = (value, context) =>
	Math.floor((dateTime(value, context) as Date).getTime() / 1000);

const unparsable = Symbol('unparsable') as unknown;

/** Refuses, at any depth, what would change the object itself or arrive altered. */
function checkInside(value: unknown): void {
	if (typeof value === 'string') asText(value);
	if (typeof value === 'number' && !isExact(value)) {
		throw new Unfit('contains a number that is too large to be exact: write it as text, in quotes');
	}
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inside] of Object.entries(value)) {
		// Text is parsed before, so that no escape hides a key
		if (/^(__proto__|constructor|prototype)$/.test(key)) {
			throw new Unfit('contains a key that is not allowed');
		}
		asText(key);
		checkInside(inside);
	}
}

function asJson(value: unknown): unknown {
	const parsed =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: unparsable }) : value;
	if (parsed === unparsable) throw new Unfit('must be valid JSON');
	checkInside(parsed);
	return parsed;
}

/** A JSON object, as text or as a value. */
export const jsonObject: Parse = (value) => {
	const parsed = asJson(value);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw new Unfit('must be a JSON object');
	}
	return parsed as IDataObject;
};

/** A JSON array, as text or as a value. */
export const jsonArray: Parse = (value) => {
	const parsed = asJson(value);
	if (!Array.isArray(parsed)) throw new Unfit('must be a JSON array');
	return parsed;
};
