import type { IDataObject } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { checkField, checkFields } from '../../nodes/shared/check';
import { limit, outputField, returnAll } from '../../nodes/shared/fields';
import type { Field, Parse } from '../../nodes/shared/operation';
import { asText, dateTime, jsonArray, jsonObject, text } from '../../nodes/shared/parse';

const zone = { timezone: 'Europe/Berlin' };

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
	displayName: 'Value',
	name: 'value',
	type,
	default: '',
	...more,
});

const kinds: Field = field('options', {
	default: 'SMS',
	options: [{ name: 'SMS', value: 'SMS' }, { name: 'MMS', value: 'MMS' }],
});

const all = (fields: Field[], given: IDataObject) =>
	checkFields(fields, ({ name }) => given[name], zone);

const nothing = [undefined, null, '', '  ', []];

describe('a field that always has a value', () => {
	const fields: Array<[string, Field]> = [
		['switch', field('boolean')],
		['number', field('number')],
		['choice', kinds],
	];

	it.each(fields)('refuses an expression that gives nothing: %s', (_, one) => {
		for (const value of nothing) {
			expect(() => checkField(one, value, zone)).toThrow("'Value' must not be empty");
		}
	});

	it('does not become a list without an end', () => {
		expect(() => all([returnAll, limit], { returnAll: '', limit: 5 })).toThrow("'Return All' must");
		expect(() => all([returnAll, limit], { returnAll: false, limit: '' })).toThrow("'Limit' must");
	});

	it('may be a choice of nothing, where that is one', () => {
		const any = field('options', { options: [{ name: 'Any', value: '' }] });
		expect(checkField(any, '', zone)).toBe('');
		expect(() => checkField(any, null, zone)).toThrow("'Value' must not be empty");
	});

	it('counts as not added to a collection', () => {
		const options = field('collection', { options: [field('number', { name: 'size' }), kinds] });
		expect(checkField(options, { size: '', value: null }, zone)).toEqual({});
	});
});

describe('an entry of a list of fields', () => {
	const headers = field('fixedCollection', {
		displayName: 'Headers',
		typeOptions: { multipleValues: true },
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [kinds, field('string', { displayName: 'Name', name: 'name', required: true, default: 'x' })],
			},
		],
	});
	const header = (entry: unknown) => checkField(headers, { header: [entry] } as IDataObject, zone);

	it('has the defaults of what it does not mention', () => {
		expect(header({})).toEqual({ header: [{ value: 'SMS', name: 'x' }] });
	});

	it.each([null, ''])('has no default where an expression gives %p', (value) => {
		expect(() => header({ value })).toThrow("'Headers: Value' must not be empty");
		expect(() => header({ name: value })).toThrow("'Headers: Name' must not be empty");
	});
});

describe('a date', () => {
	const iso = (value: unknown) => (dateTime(value, zone) as Date).toISOString();

	it.each([
		['2026-01-31T09:00:00Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31T09:00:00', '2026-01-31T08:00:00.000Z'],
		['2026-01-31 09:00', '2026-01-31T08:00:00.000Z'],
		['2028-02-29', '2028-02-28T23:00:00.000Z'],
		['20260131T090000Z', '2026-01-31T09:00:00.000Z'],
		['2026-W05-6', '2026-01-30T23:00:00.000Z'],
		['Sat, 31 Jan 2026 09:00:00 GMT', '2026-01-31T09:00:00.000Z'],
		['Jan 31, 2026 09:00 UTC', '2026-01-31T09:00:00.000Z'],
		[0, '1970-01-01T00:00:00.000Z'],
		[1_769_850_000, '2026-01-31T09:00:00.000Z'],
		[1_769_850_000_000, '2026-01-31T09:00:00.000Z'],
		['1769850000', '2026-01-31T09:00:00.000Z'],
		['1769850000000', '2026-01-31T09:00:00.000Z'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[tryToParseDateTime('1970-01-01T09:00', 'Asia/Tokyo'), '1970-01-01T00:00:00.000Z'],
	])('may be %p', (value, expected) => {
		expect(iso(value)).toBe(expected);
	});

	it.each([
		['2026-02-30'],
		['2026-02-29T09:00:00Z'],
		[' 2026-04-31 09:00'],
		['2026-02-30T09:00:00+0300 '],
		['20260230'],
		['2026/02/30'],
		['5'],
		['12'],
		['123456'],
		['tomorrow 5'],
		['Order 66'],
		[[[1]]],
		[['2026-01-31']],
		[{}],
		[{ year: 2026 }],
		[true],
		[-1],
		['-1'],
		[1e21],
		[253_402_300_800_000],
		[NaN],
		[Infinity],
		[new Date(NaN)],
	])('is not %p', (value) => {
		expect(() => dateTime(value, zone)).toThrow('must be a date and time');
	});
});

describe('text', () => {
	const parses: Parse[] = [asText, text(100)];

	it.each(parses.map((parse) => [parse]))('may be a number that is exact', (parse) => {
		expect([0, -7, 1.5, Number.MAX_SAFE_INTEGER].map((value) => parse(value, zone))).toEqual([
			'0',
			'-7',
			'1.5',
			'9007199254740991',
		]);
	});

	// eslint-disable-next-line no-loss-of-precision
	it.each([9007199254740993, -9007199254740993, 1e21])('is not the number %p', (value) => {
		expect(() => asText(value)).toThrow('is too large a number to be exact: pass it as text');
	});

	it('does not have the character NUL', () => {
		expect(() => asText('a\u0000b')).toThrow('contains the character NUL, which cannot be sent');
	});
});

describe('JSON', () => {
	it.each([
		['{"id":9007199254740993}', 'contains a number that is too large to be exact'],
		['{"a":[{"b":"\\u0000"}]}', 'contains the character NUL'],
		['{"a":"\\ud800"}', 'contains half of a character'],
		['{"\\u0000":1}', 'contains the character NUL'],
	])('does not hold what would arrive altered: %s', (value, says) => {
		expect(() => jsonObject(value, zone)).toThrow(says);
		expect(() => jsonArray(`[${value}]`, zone)).toThrow(says);
		if (!value.includes('9007')) expect(() => jsonObject(JSON.parse(value), zone)).toThrow(says);
	});

	it('holds everything else', () => {
		const value = { a: [1, 1.5, -2, 1e-9, null, true, 'text', { b: {} }] };
		expect(jsonObject(JSON.stringify(value), zone)).toEqual(value);
		expect(jsonObject(value, zone)).toEqual(value);
	});
});

describe('the field for a downloaded file', () => {
	it.each(['__proto__', 'constructor', 'a\nb', 'x'.repeat(101)])('is not %p', (name) => {
		expect(() => checkField(outputField, name, zone)).toThrow("'Put Output File in Field' must");
	});
});
