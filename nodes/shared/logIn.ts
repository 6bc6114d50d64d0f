import { createHash } from 'node:crypto';

interface Caused {
	message: string;
	cause?: unknown;
}

/** A log-in that was not accepted; the message is what the provider said, in an English sentence. */
export class LogInRefused extends Error {
	/** Finds it in an error, however n8n has wrapped it. */
	static in(error: unknown): Caused | undefined {
		for (let cause = error as Caused | undefined; cause; cause = cause.cause as Caused) {
			if (cause instanceof LogInRefused) return cause;
		}
		return undefined;
	}
}

/** How long callers who come late are given the result of a log-in; milliseconds. */
const fresh = 5000;

const logIns = new Map<string, { at: number; result: Promise<unknown> }>();

/**
 * Logs in once for all callers that need it at the same time: n8n asks a credential for a log-in
 * once per item. Failed log-ins are not shared with later callers.
 *
 * @param key what tells this log-in from others, with the token that is to be replaced; only a
 * hash of it is kept
 */
export async function oneLogIn<T>(key: string[], logIn: () => Promise<T>): Promise<T> {
	const now = Date.now();
	for (const [name, { at }] of logIns) if (now - at > fresh) logIns.delete(name);
	const hash = createHash('sha256').update(JSON.stringify(key)).digest('base64');
	const shared = logIns.get(hash);
	if (shared) return (await shared.result) as T;
	const result = logIn();
	logIns.set(hash, { at: now, result });
	try {
		return await result;
	} catch (error) {
		logIns.delete(hash);
		throw error;
	}
}
