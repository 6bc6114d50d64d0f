import { randomUUID } from 'node:crypto';

const hour = 3_600_000;

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The access tokens of the account. A new one leaves the older ones valid. */
export class Tokens {
	private readonly validUntil = new Map<string, number>();

	issue(clientId: string, now: number): string {
		const until = now + hour;
		const claims = { sub: clientId, jti: randomUUID(), exp: Math.floor(until / 1000) };
		const token = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.sandbox`;
		this.validUntil.set(token, until);
		return token;
	}

	accepts(authorization: string | undefined, now: number): boolean {
		const token = /^bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
		return (this.validUntil.get(token) ?? 0) > now;
	}

	expire(): void {
		this.validUntil.clear();
	}
}
