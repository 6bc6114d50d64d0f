/** What a text field holds, for fields that take less than any text. */
export type Content =
	| 'address'
	| 'addresses'
	| 'binaryField'
	| 'channel'
	| 'contentId'
	| 'country'
	| 'dateTime'
	| 'digits'
	| 'email'
	| 'headerName'
	| 'identifier'
	| 'jsonArray'
	| 'jsonObject'
	| 'keys'
	| 'message'
	| 'mime'
	| 'ownName'
	| 'phoneNumber'
	| 'recordId'
	| 'recordIds'
	| 'tags'
	| 'webAddresses'
	| 'wholeId'
	| { lineOf: number }
	| { textOf: number };

const half = 'half of a character \ud83d';
const injected = 'a\r\nBcc: everybody@email.com';
const nul = 'a\u0000b';
const reserved = ['__proto__', 'constructor', 'prototype'];
const addressParts = ['.', '..', '../../users', 'a/b', 'a\\b', 'a?b=c', 'a#b', '%2e%2e%2f'];
const polluted = ['{"__proto__":{"admin":true}}', '{"a":{"constructor":{"b":1}}}'];
const altered = ['{"a":9007199254740993}', '{"a":["\\ud83d"]}', '{"a":"\\u0000"}'];
const long = (most: number) => 'x'.repeat(most + 1);

/** No text at all; what is no text in any field. */
export const notText = [{ a: 1 }, [{ a: 1 }], [[1]], true, half, nul, 2 ** 53, -1e21];

/** Contents of fields that take more than text. */
export const takesMore: Array<Content | undefined> = ['dateTime', 'jsonArray', 'jsonObject'];

/** Nothing, where something is required. */
export const nothing = ['', '   ', '\n', null, []];

export const notNumbers = ['many', '1,5', '0x', '1e999', 'NaN', 1.5, true, { a: 1 }, [5]];

export const notBooleans = ['yes', 'TRUE', 2, { a: 1 }, [true]];

export const notOptions = ['nonsense', '__proto__', 'toString', 5, true, { a: 1 }, ['nonsense']];

const numbers = ['abc', '-5', '0', '1.5', '1e3', '0x10', '12 34', '9'.repeat(20), -5, 1.5, 1e21];

const ids = [...addressParts, injected, nul, long(500)];

const addresses = [
	'nobody',
	'nobody@',
	'@email.com',
	'a@b@c',
	'a b@email.com',
	'Name <nobody>',
	'Name <a@email.com',
	'"Name <a@email.com>',
	injected,
	`${long(320)}@email.com`,
	'a@email.com\r\nBcc: b@email.com',
	'Na\r\nme <a@email.com>',
	['a@email.com', 'nobody'],
];

const dates = [
	...['soon', '5', '2026-13-45', '2026-02-30', '2026-01-31T99:00:00Z'],
	...['1969-12-31T23:59:59Z', '99999-01-01', -1, 1e21, [[1]]],
];

/** Values that a field with such content must refuse, besides what is no text. */
export function nonsense(content: Content): unknown[] {
	if (typeof content === 'object') {
		if ('textOf' in content) return [long(content.textOf)];
		return [injected, 'a\u007fb', long(content.lineOf)];
	}
	return ofKind[content];
}

const ofKind: Record<Exclude<Content, object>, unknown[]> = {
	address: [...addresses, 'a@email.com, b@email.com', ','],
	addresses,
	binaryField: ['nosuchfield', '../data', injected, ...reserved],
	channel: ['.', '..', injected, nul, long(998)],
	contentId: ['two words', '<a><b>', injected, long(500)],
	country: ['USA', 'u', 'U1', '++', injected],
	dateTime: [...dates, half, { a: 1 }, true],
	digits: [...ids, ...numbers],
	email: ['nobody', 'a@b@c', 'Name <a@email.com>', injected, `${long(320)}@email.com`],
	headerName: ['two words', 'Name:', 'Näme', injected, nul, ...reserved, long(76)],
	identifier: ['two words', 'a-b', '1a', 'a.b', 'a;drop', injected, '__proto__', long(100)],
	jsonArray: ['[', '{}', '5', '"a"', 'null', '[5]', '[["a"]]', '[null]', { a: 1 }, 5, '[1', ...[...polluted, ...altered].map((one) => `[${one}]`)],
	jsonObject: ['{', '[]', '5', '"a"', 'null', '{"a":}', [1], 5, ...polluted, ...altered],
	keys: [...ids, ',;,', 'a, b/c', long(100)],
	message: ['Dear [object Object]'],
	mime: ['No header', 'Subject: a\r\n\r\nText'],
	ownName: [injected, nul, ...reserved, long(200)],
	phoneNumber: ['12025550101', '+0123456789', '+12025', '+1 202 CALL ME', injected, long(20)],
	recordId: ids,
	recordIds: [',', ',,', 'a,../b', ['a', { b: 1 }], ...ids],
	tags: [',', 'a\r\nb', [nul]],
	webAddresses: ['files.example.com/a.png', 'ftp://files.example.com/a.png', 'javascript:alert(1)', 'https://', injected],
	wholeId: [...ids, ...numbers, '9007199254740993'],
};
