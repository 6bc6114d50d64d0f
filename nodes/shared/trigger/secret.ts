import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const name = 'secret';

/** 256 random bits as text. */
export const newSecret = () => randomBytes(32).toString('hex');

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that does not depend on how much of a guess is right. */
export const isSecret = (given: unknown, secret: string | undefined): boolean =>
	typeof given === 'string' &&
	secret !== undefined &&
	timingSafeEqual(digest(given), digest(secret));

export function withSecret(url: string, secret: string): string {
	const address = new URL(url);
	address.searchParams.set(name, secret);
	return address.href;
}

/** Whether it could be one that `newSecret` has made. */
export const hasForm = (given: unknown): given is string =>
	typeof given === 'string' && /^[\da-f]{64}$/.test(given);

/** The secret in an address that `withSecret` has made. */
export function secretIn(url: string): string | undefined {
	const found = URL.canParse(url) ? new URL(url).searchParams.get(name) : undefined;
	return hasForm(found) ? found : undefined;
}

/** The secret that a call brings along. */
export const givenSecret = (query: object): unknown => (query as Record<string, unknown>)[name];

/** Whether two addresses lead to the same place, whatever their queries. */
export function isSamePlace(one: string, other: string): boolean {
	if (!URL.canParse(one) || !URL.canParse(other)) return false;
	const [first, second] = [new URL(one), new URL(other)];
	return first.origin === second.origin && first.pathname === second.pathname;
}
