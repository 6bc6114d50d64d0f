import type { IDataObject } from 'n8n-workflow';

import type { Callback } from '../../sandbox/types';
import type { Called } from './sources';
import { genuine } from './wire';
import type { Call } from './wire';

/** What a forger has: a call that has not arrived yet, and the address that held before. */
export interface Loot {
	source: Called;
	call: Callback;
	/** The secret of a registration that is over; nothing where that is still the same. */
	earlier: string;
	number: number;
}

/** What nobody can guess of an address: a parameter of it or, without that, the ID in its path. */
export const secretOf = (url: string) =>
	new URL(url).searchParams.get('secret') ?? /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(url)![0];

const withSecret = ({ call }: Loot, change: (secret: string) => string): Call => {
	const secret = secretOf(call.url);
	return { ...genuine(call), url: call.url.replace(secret, encodeURIComponent(change(secret))) };
};

const withoutSecret = (loot: Loot) => withSecret(loot, () => '');

const withHeaders = (loot: Loot, headers: Record<string, string>): Call => {
	const call = withoutSecret(loot);
	return { ...call, headers: { ...call.headers, ...headers } };
};

/** A call without the secret in its place, but with it in a parameter of another name. */
const withParameter = (loot: Loot, name: string): Call => {
	const call = withoutSecret(loot);
	const { url } = call;
	return { ...call, url: `${url}${url.includes('?') ? '&' : '?'}${name}=${secretOf(loot.call.url)}` };
};

/** With the right secret. */
const withBody = ({ call }: Loot, body: string, headers?: Record<string, string>): Call => ({
	...genuine(call),
	body,
	...(headers && { headers }),
});

const other = (digit: string) => (digit === '0' ? '1' : '0');

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const addresses = ['127.0.0.1', '::1', '10.0.0.1', '5.45.207.1', '127.0.0.1, 203.0.113.7', 'localhost'];

/** Headers by which proxies tell where a call comes from. */
const forwarding = ['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'forwarded'];

const notEvents = ['', 'text', 'null', '[]', '{}', '5', 'true', '"text"', '[[]]', '[null]', '{"":""}'];

/** Calls that no service makes. The more there are of one kind, the more they differ. */
export const forgeries: Record<string, (loot: Loot) => Call> = {
	'no secret': (loot) => ({ ...withoutSecret(loot), url: withoutSecret(loot).url.replace(/secret=&?/, '') }),
	'an empty secret': withoutSecret,
	'one digit is wrong': (loot) =>
		withSecret(loot, (secret) => {
			const place = loot.number % secret.length;
			return secret.slice(0, place) + other(secret[place]!) + secret.slice(place + 1);
		}),
	'the last digits are missing': (loot) =>
		withSecret(loot, (secret) => secret.slice(0, loot.number % secret.length)),
	'digits are added': (loot) => withSecret(loot, (secret) => secret + '0'.repeat(1 + (loot.number % 64))),
	'digits are in capitals': (loot) => withSecret(loot, (secret) => secret.toUpperCase()),
	'something stands around the secret': (loot) =>
		withSecret(loot, (secret) => [` ${secret}`, `${secret}\n`, `"${secret}"`, `${secret}\0`][loot.number % 4]!),
	'the secret stands twice': (loot) => {
		const secret = secretOf(loot.call.url);
		const twice = loot.call.url.replace(secret, `${secret}&secret=${secret}`);
		return { ...genuine(loot.call), url: twice };
	},
	'the secret has another name': (loot) => {
		const names = ['secret[]', 'secret[0]', 'Secret', 'token', 'secret.x'];
		return withParameter(loot, names[loot.number % 5]!);
	},
	'what programs write for nothing': (loot) => {
		const words = ['undefined', 'null', 'NaN', 'true', '[object Object]', '\0', '__proto__'];
		return withSecret(loot, () => words[loot.number % 7]!);
	},
	'the secret stands elsewhere': (loot) => {
		const secret = secretOf(loot.call.url);
		const headers: Array<Record<string, string>> = [
			{ secret },
			{ authorization: `Bearer ${secret}` },
			{ cookie: `secret=${secret}` },
			{ 'x-secret': secret },
		];
		return withHeaders(loot, headers[loot.number % 4]!);
	},
	'the body holds the secret': (loot) => {
		const secret = secretOf(loot.call.url);
		return { ...withoutSecret(loot), body: JSON.stringify({ ...(loot.call.body as IDataObject), secret }) };
	},
	'the secret of before': (loot) => withSecret(loot, () => loot.earlier),
	'a forwarded address': (loot) => {
		const name = forwarding[loot.number % forwarding.length]!;
		return withHeaders(loot, { [name]: addresses[loot.number % addresses.length]! });
	},
	'another method': (loot) => ({
		...genuine(loot.call),
		method: ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'][loot.number % 5]!,
	}),
	'another method in a header': (loot) => {
		const headers = { 'x-http-method-override': 'POST' };
		return { ...genuine(loot.call), method: 'GET', headers };
	},
	'no event at all': (loot) => withBody(loot, notEvents[loot.number % notEvents.length]!),
	'half of a body': (loot) => {
		const body = JSON.stringify(loot.call.body);
		return withBody(loot, body.slice(0, 1 + (loot.number % (body.length - 1))));
	},
	'values of wrong types': (loot) => {
		const bodies = loot.source.malformed(loot.call.body);
		return withBody(loot, JSON.stringify(bodies[loot.number % bodies.length]));
	},
	'very deep JSON': (loot) => withBody(loot, deep(10 ** (2 + (loot.number % 4)))),
	'very deep JSON without the secret': (loot) => ({
		...withoutSecret(loot),
		body: deep(10 ** (2 + (loot.number % 4))),
	}),
	'text that is not JSON': (loot) =>
		withBody(loot, JSON.stringify(loot.call.body), { 'content-type': 'text/plain' }),
	'a form': (loot) =>
		withBody(loot, 'a=1&b[c]=2&__proto__[d]=3', {
			'content-type': 'application/x-www-form-urlencoded',
		}),
	'keys that change objects': (loot) =>
		withBody(loot, `{"__proto__":${JSON.stringify(loot.call.body)},"constructor":{"prototype":{"a":1}}}`),
};

/** Bodies of many megabytes; few of them will do. */
export const hugeForgeries: Record<string, (loot: Loot) => Call> = {
	'a huge body': (loot) => withBody(loot, JSON.stringify({ ...(loot.call.body as object), x: 'x'.repeat(17 << 20) })),
	'a large body without the secret': (loot) => ({
		...withoutSecret(loot),
		body: JSON.stringify({ ...(loot.call.body as object), x: 'x'.repeat(8 << 20) }),
	}),
	'a million values': (loot) => withBody(loot, `[${'{},'.repeat(1_000_000)}{}]`),
};

const strange: unknown[] = [null, 5, -1, 1e308, true, '', [], {}, [[]], { a: null }, 'x'.repeat(100_000)];

/** A value in which one inside, at any depth, is another one. */
function altered(value: unknown, draw: () => number): unknown {
	const isEntered = typeof value === 'object' && value !== null && draw() < 0.7;
	const names = isEntered ? Object.keys(value) : [];
	if (names.length === 0) return strange[Math.floor(draw() * strange.length)];
	const name = names[Math.floor(draw() * names.length)]!;
	const inner = altered((value as Record<string, unknown>)[name], draw);
	if (Array.isArray(value)) return value.map((one, place) => (String(place) === name ? inner : one));
	return { ...(value as object), [name]: inner };
}

/** A genuine call with a value in it that nobody expects. It may be taken; it must be answered. */
export const alteredCall = ({ body, ...call }: Callback, draw: () => number): Call =>
	genuine({ ...call, body: altered(body, draw) });
