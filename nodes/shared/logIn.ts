import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { baseUrlOf } from './credential';
import type { Provider } from './operation';
import { words } from './words';

/** A credential logs in for no particular node. */
const noNode = { name: '', type: '', typeVersion: 1, parameters: {} } as unknown as INode;

/**
 * A log-in that gave no token. The request that needed it has not been sent. Being a NodeApiError,
 * it comes through n8n's request helper as it is.
 */
export class LogInFailure extends NodeApiError {
	constructor(message: string) {
		super(noNode, { message }, { message });
		this.message = message;
	}
}

/** A log-in that was not accepted; the message is what the provider said, in an English sentence. */
export class LogInRefused extends LogInFailure {}

/** A log-in that got no answer, or none that tells anything; it may well be accepted later. */
export class LogInUnanswered extends LogInFailure {}

const longestLogIn = 60_000;

/**
 * Sends the request of a log-in.
 *
 * @returns the body of the answer when the provider accepted it
 */
export async function askForLogIn(
	{ helpers }: IHttpRequestHelper,
	provider: Provider,
	request: IHttpRequestOptions,
): Promise<unknown> {
	const { statusCode: status, headers, body } = await helpers
		.httpRequest({
			timeout: longestLogIn,
			...request,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})
		.catch(({ code, message }: NodeJS.ErrnoException) => {
			throw new LogInUnanswered(`No answer to the log-in: ${words(code, message)}`);
		});
	const answer = { status, headers, body };
	const said = provider.refusal(answer);
	if (said === undefined && status < 400) return body;
	const reason = said || `HTTP status ${status}`;
	if ((status >= 500 && !provider.certain?.(answer)) || status === 429) {
		throw new LogInUnanswered(`No usable answer to the log-in: ${reason}`);
	}
	throw new LogInRefused(`Log-in not accepted: ${reason}`);
}

interface LogIn {
	result: Promise<unknown>;
	/** What came of it, once it is there. */
	token?: unknown;
	/** Until when others are given the result; milliseconds since 1970, endless until it is there. */
	until: number;
}

/** How long callers who come late are given the result of a log-in; milliseconds. */
const fresh = 5000;
const mostLogIns = 100;
const logIns = new Map<string, LogIn>();

/** Takes away what is no longer fresh or has just expired, and the oldest when there are too many. */
function tidyUp(now: number, key: string[]): void {
	for (const [hash, { token, until }] of logIns) {
		const isOver = until <= now || key.includes(token as string);
		if (isOver || logIns.size >= mostLogIns) logIns.delete(hash);
	}
}

/**
 * Logs in once for all callers that need it at the same time: n8n asks a credential for a log-in
 * once per item. Failed log-ins are not shared with later callers.
 *
 * @param key what tells this log-in from others, with the token that is to be replaced (`''` for
 * none), so that a token is never given again once somebody has found it expired; only a hash of
 * the key is kept
 */
export async function oneLogIn<T>(key: string[], logIn: () => Promise<T>): Promise<T> {
	tidyUp(Date.now(), key);
	const hash = createHash('sha256').update(JSON.stringify(key)).digest('base64');
	const shared = logIns.get(hash);
	if (shared) return (await shared.result) as T;
	const result = logIn();
	const entry: LogIn = { result, until: Infinity };
	logIns.set(hash, entry);
	try {
		entry.token = await result;
	} finally {
		entry.until = entry.token === undefined ? 0 : Date.now() + fresh;
	}
	return entry.token as T;
}

/** A log-in that gives a token in the field `token` of its answer. */
interface TokenRequest {
	/** Below the base URL of the credential. */
	path: string;
	body: IDataObject;
	/** What tells this log-in from others at the same address, as `oneLogIn` wants it. */
	key: unknown[];
	token: string;
	/** What to tell a user when the answer holds none. */
	noToken: string;
}

/** Gets a token, once for all callers that need it at the same time. Throws `LogInFailure`. */
export const tokenFrom = async (
	http: IHttpRequestHelper,
	provider: Provider,
	credential: ICredentialDataDecryptedObject,
	{ path, body, key, token, noToken }: TokenRequest,
): Promise<string> => {
	const url = baseUrlOf(credential) + path;
	return await oneLogIn([url, ...key].map(String), async () => {
		const headers = { Accept: 'application/json' };
		const request = { method: 'POST', url, headers, body, json: true } as const;
		const answer = (await askForLogIn(http, provider, request)) as IDataObject | undefined;
		const given = answer?.[token];
		if (typeof given === 'string' && given !== '') return given;
		throw new LogInRefused(noToken);
	});
};
