import { type Answer, words } from '../shared';

/** Sakari writes `message` where a call is refused, `description` where a recipient is. */
interface Reason {
	code?: string;
	message?: string;
	description?: string;
}

/** What a call to send has come to; the lists tell it recipient by recipient. */
export interface Outcome {
	valid?: number;
	invalid?: Array<Contact & { error?: Reason }>;
	messages?: Array<{ contact?: Contact; error?: Reason }>;
}

interface Envelope {
	success?: boolean;
	error?: Reason | string;
	error_description?: string;
	message?: string;
	data?: Outcome;
}

export interface Contact {
	id?: string;
	mobile?: { number?: string };
}

const mostCharacters = 200;

/** A reason in one line, with Sakari's code. */
export function reasonText({ code, message, description }: Reason): string {
	const text = words(message ?? description);
	return text && code ? `${text} (${code})` : text || words(code);
}

/** The text of a gateway's page, shortened. */
const pageText = (page: string) =>
	page
		.replace(/<(script|style|title)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, mostCharacters);

function envelopeText({ error, error_description: description, message }: Envelope): string {
	if (typeof error === 'object' && error !== null) return reasonText(error);
	return words(description ?? error, message);
}

/**
 * Why nobody was accepted, where that is so: a call may succeed although its recipients were
 * refused one by one. What has only some of them refused is a success, and shows in the output.
 */
function refusedRecipients(outcome: Outcome): string | undefined {
	const { valid = 0, invalid = [], messages = [] } = outcome;
	const unsent = messages.filter(({ error }) => error);
	const accepted = Math.max(messages.length - unsent.length, valid - unsent.length);
	const reasons = [...invalid, ...unsent].map(({ error }) => reasonText(error ?? {}));
	if (accepted > 0 || reasons.length === 0) return undefined;
	return [...new Set(reasons.filter(Boolean))].join('; ') || 'no recipient was accepted';
}

/**
 * Sakari's own words where an answer is a refusal, whatever its status.
 *
 * Forms: `{ success: false, error: { code, message } }`; an accepted call with `data.invalid[]` or
 * `data.messages[]` that carry `error: { code, description }`; OAuth's `{ error,
 * error_description }`; a gateway's `{ message }`, text or HTML.
 * Source: "Errors" at https://developer.sakari.io
 */
export function refusal({ status, body }: Answer): string | undefined {
	const isRefused = status >= 400;
	if (typeof body === 'string') return isRefused ? pageText(body) : undefined;
	const envelope = (body ?? {}) as Envelope;
	if (isRefused || envelope.success === false || (envelope.error && !envelope.data)) {
		return envelopeText(envelope);
	}
	return envelope.data ? refusedRecipients(envelope.data) : undefined;
}
