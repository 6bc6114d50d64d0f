import type { IDataObject } from 'n8n-workflow';

import { aboutOf, knownCredential } from './conduct';
import type { Conduct, Patience } from './conduct';
import { memoryOf, withFiles } from './item';
import type { Call } from './item';
import { LogInFailure, LogInRefused } from './logIn';
import type { Answer, Provider, Request } from './operation';
import { recordsOf } from './output';
import type { Lane, Pause } from './slots';
import { withinBudget } from './slots';
import * as tell from './tell';
import { wait } from './wait';
import { words } from './words';

const mostAttempts = 5;

/** What tells, in the words of a network failure, that no request has reached the provider. */
const notConnected =
	/\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|connect ETIMEDOUT|certificate|CERT_\w+|blocked because)\b/;

/** What n8n's request helper throws: its own sentence, and the first words of the failure. */
interface Failure {
	message: string;
	messages?: string[];
	httpCode?: string | null;
}

/** The server's own wish, from `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function retryAfter({ headers }: Answer, now: number): number | 'unknown' {
	const value = headers['retry-after'];
	if (value === undefined) return 'unknown';
	const seconds = Number(value);
	const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
	return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : 'unknown';
}

const tooManyRequests = (answer: Answer, now: number) =>
	answer.status === 429 ? retryAfter(answer, now) : undefined;

/**
 * JSON that came as bytes, because a file was expected, is parsed. A web page is a file only for
 * who asked for one; else it comes from a gateway in trouble.
 */
function readable(body: unknown, { headers }: Request, contentType = ''): unknown {
	if (!Buffer.isBuffer(body) && !(body instanceof ArrayBuffer)) return body;
	const bytes = Buffer.from(body as Buffer);
	const isPageWanted = String(headers?.Accept).includes('text/html');
	const text = isPageWanted ? /\bjson\b/i : /\bjson\b|^text\/html/i;
	if (bytes.length > 0 && !text.test(contentType)) return bytes;
	try {
		return JSON.parse(bytes.toString()) as unknown;
	} catch {
		return bytes.toString();
	}
}

async function attempt(
	context: Call['context'],
	conduct: Conduct,
	request: Request,
): Promise<Answer> {
	const { statusCode, headers, body } = await context.helpers.httpRequestWithAuthentication.call(
		context,
		conduct.provider.credential,
		{ ...request, returnFullResponse: true, ignoreHttpStatusErrors: true },
		knownCredential(conduct),
	);
	return { status: statusCode, headers, body: readable(body, request, headers['content-type']) };
}

/** Has n8n log in again, once for all that wait for it, by showing it the probe's 401. */
async function renewLogIn(item: Call, lane: Lane, provider: Provider): Promise<void> {
	lane.renewal ??= item.context.helpers.httpRequestWithAuthentication
		.call(item.context, provider.credential, {
			baseURL: item.request.baseURL,
			headers: item.request.headers,
			...provider.logInProbe!,
		})
		.then(() => {
			lane.renewedAt = Date.now();
		})
		.finally(() => {
			lane.renewal = undefined;
		});
	await lane.renewal;
}

/** An answer and the records in it; none when the answer is a file. */
export interface Accepted {
	answer: Answer;
	records: IDataObject[];
}

/** What has come of an attempt. */
type Outcome =
	| { kind: 'accepted'; accepted: Accepted }
	/** Refused because of too many requests; `wait` as in `Provider.rateLimit`. */
	| { kind: 'limited'; wait: number | 'unknown'; status: number }
	| { kind: 'loggedOut' }
	| { kind: 'refused'; said: string; status: number }
	/** The request has not reached the provider. */
	| { kind: 'unsent'; reason: string }
	/** The request may have been carried out, or not. */
	| { kind: 'unclear'; reason: string; status?: number };

/** A success whose form nobody expects is like an answer that cannot be read. */
function accept(answer: Answer, item: Call, provider: Provider): Outcome {
	try {
		const records = Buffer.isBuffer(answer.body) ? [] : recordsOf(answer, item, provider);
		const { missing } = item.operation;
		if (missing && records.length === 0) return { kind: 'refused', said: missing, status: 404 };
		return { kind: 'accepted', accepted: { answer, records } };
	} catch {
		const { status } = answer;
		return { kind: 'unclear', reason: `HTTP status ${status} with an answer of unknown form`, status };
	}
}

/**
 * Redirects are not followed: n8n would take headers of the credential along to other hosts. Those that
 * can come after a request was carried out leave that open.
 */
function judgeRedirect({ status, headers: { location = 'another address' } }: Answer): Outcome {
	const said = `it sends requests on to ${location.split('?')[0]}. Check 'Base URL' in the credential`;
	if (status === 302 || status === 303) return { kind: 'unclear', reason: said, status };
	return { kind: 'refused', said, status };
}

function judge(answer: Answer, item: Call, provider: Provider): Outcome {
	const { status, body } = answer;
	const limit = (provider.rateLimit ?? tooManyRequests)(answer, Date.now());
	if (limit !== undefined) return { kind: 'limited', wait: limit, status };
	if (status === 401 && provider.logInProbe) return { kind: 'loggedOut' };
	if (status >= 300 && status < 400) return judgeRedirect(answer);
	if (status < 400 && typeof body === 'string' && body !== '') {
		return { kind: 'unclear', reason: `HTTP status ${status} with an answer that is not readable`, status };
	}
	const said = provider.refusal(answer);
	if (said === undefined && status < 400) return accept(answer, item, provider);
	if (status < 500 || provider.certain?.(answer)) return { kind: 'refused', said: said ?? '', status };
	return { kind: 'unclear', reason: words(`HTTP status ${status}`, said), status };
}

function judgeFailure(failure: Failure): Outcome {
	if (failure instanceof LogInRefused) {
		return { kind: 'refused', said: failure.message, status: 401 };
	}
	if (failure instanceof LogInFailure) return { kind: 'unsent', reason: failure.message };
	if (failure.httpCode === '401') return { kind: 'refused', said: '', status: 401 };
	const reason = failure.messages?.[0] ?? failure.message;
	return { kind: notConnected.test(reason) ? 'unsent' : 'unclear', reason };
}

/**
 * What comes of a request that was refused because the log-in of `sentAt` no longer holds. The log-in is
 * renewed, unless that was done since; whatever comes of it, the request has not been carried out.
 */
async function logInAgain(
	item: Call,
	lane: Lane,
	conduct: Conduct,
	sentAt: number,
): Promise<Outcome> {
	try {
		if (lane.renewedAt < sentAt) await renewLogIn(item, lane, conduct.provider);
		return { kind: 'loggedOut' };
	} catch (failure) {
		const outcome = judgeFailure(failure as Failure);
		return outcome.kind === 'unclear' ? { kind: 'unsent', reason: outcome.reason } : outcome;
	} finally {
		conduct.credential = await item.context.getCredentials(conduct.provider.credential);
	}
}

/**
 * Waits for the end of a pause.
 *
 * @returns whether that takes no longer than the user allows
 */
async function waitOut(
	{ until }: Pause,
	patience: Patience,
	{ longestWait, signal }: Conduct,
): Promise<boolean> {
	const now = Date.now();
	if (until > now) {
		patience.since ??= now;
		if (until > patience.since + longestWait) patience.outUntil ??= until;
		else await wait(until - now, signal);
	}
	return patience.outUntil === undefined;
}

/** One attempt in a slot of its own; `undefined` when a pause began before the slot was free. */
async function tryOnce(
	item: Call,
	lane: Lane,
	pause: Pause,
	conduct: Conduct,
): Promise<Outcome | undefined> {
	const { context, index } = item;
	await lane.take(conduct, conduct.requestsAtOnce);
	try {
		if (conduct.signal?.aborted) throw tell.cancelled(conduct.node, index);
		const sentAt = Date.now();
		if (pause.until > sentAt) return undefined;
		const outcome = await withinBudget(memoryOf(item), async () => {
			const request = await withFiles(item);
			return await attempt(context, conduct, request).then(
				(answer) => judge(answer, item, conduct.provider),
				judgeFailure,
			);
		});
		if (outcome.kind === 'limited') {
			pause.extend(outcome.wait, sentAt);
		} else {
			conduct.patience.delete(pause);
			pause.end();
		}
		return outcome.kind === 'loggedOut' ? await logInAgain(item, lane, conduct, sentAt) : outcome;
	} finally {
		lane.free();
	}
}

/**
 * One request with all that belongs to it: a slot, waiting out refusals by rate limit, logging in
 * again, repeating what may be repeated.
 *
 * @returns the provider's answer when it accepted the request, and what it holds
 * @throws NodeApiError that tells whether the request was refused, not made, or is of unknown fate
 */
export async function exchange(item: Call, lane: Lane, conduct: Conduct): Promise<Accepted> {
	const { operation } = item;
	const { provider, signal } = conduct;
	const about = () => aboutOf(item, conduct);
	const pause = lane.pauseOf(provider.quota?.(item.request) ?? '');
	let failures = 0;
	let logIns = 0;
	let limitedBy: number | undefined;
	for (;;) {
		const patience = conduct.patience.get(pause) ?? {};
		conduct.patience.set(pause, patience);
		if (!(await waitOut(pause, patience, conduct))) {
			throw tell.tooLong(about(), patience.outUntil!, limitedBy);
		}
		const outcome = await tryOnce(item, lane, pause, conduct);
		switch (outcome?.kind) {
			case 'accepted':
				return outcome.accepted;
			case 'limited':
				limitedBy = outcome.status;
				break;
			case 'loggedOut':
				if (logIns++ > 0) throw tell.refused(about(), 401, '');
				break;
			case 'refused':
				throw tell.refused(about(), outcome.status, outcome.said);
			case 'unclear':
			case 'unsent':
				if (outcome.kind === 'unclear' && operation.effect !== 'read') {
					throw tell.uncertain(about(), outcome.reason, outcome.status);
				}
				if (++failures >= mostAttempts) throw tell.unanswered(about(), outcome.reason);
				await wait(250 * 2 ** failures * (0.5 + Math.random()), signal);
		}
	}
}
