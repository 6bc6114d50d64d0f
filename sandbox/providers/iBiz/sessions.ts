import { randomUUID } from 'node:crypto';

/** A user of the site. */
interface User {
	loginname: string;
	password: string;
	superuser: boolean;
}

export const users: Record<'ordinary' | 'superuser', User> = {
	ordinary: { loginname: 'li.na', password: 'sandbox-ibiz-password', superuser: false },
	superuser: { loginname: 'admin', password: 'sandbox-ibiz-admin-password', superuser: true },
};

/** How long a token is valid, in seconds. */
export const lifetime = 7199;

/** The tokens that the site has given out. */
export class Sessions {
	private readonly tokens = new Map<string, { user: User; until: number }>();

	/** @returns the token, or `undefined` when user name or password are wrong */
	logIn(loginname: string, password: string): string | undefined {
		const user = Object.values(users).find((one) => one.loginname === loginname);
		if (user?.password !== password) return undefined;
		const token = `sandbox-ibiz-token-${randomUUID()}`;
		this.tokens.set(token, { user, until: Date.now() + lifetime * 1000 });
		return token;
	}

	/** The user whose token a request carries. */
	userOf({ authorization = '' }: Record<string, string>): User | undefined {
		const session = this.tokens.get(authorization.replace(/^Bearer /, ''));
		return session && session.until > Date.now() ? session.user : undefined;
	}

	expire(): void {
		this.tokens.clear();
	}
}
