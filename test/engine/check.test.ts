import type { IDataObject } from 'n8n-workflow';

import { checkField, checkFields } from '../../nodes/shared/check';
import { limit, returnAll } from '../../nodes/shared/fields';
import type { Field } from '../../nodes/shared/operation';

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
