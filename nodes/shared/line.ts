import type { IDataObject } from 'n8n-workflow';

import { addressOf } from './conduct';
import type { Conduct } from './conduct';
import { laneFor } from './deliver';
import { exchange } from './exchange';
import { requestFor } from './item';
import type { Call } from './item';
import { readList } from './list';
import type { Cursor, Errand, Parameters, Provider } from './operation';

/** How patient a trigger or a list of the editor is with its provider. */
export interface Manner {
	/** Milliseconds to wait in all while the provider asks to slow down. */
	longestWait: number;
	/** Milliseconds after which a request without an answer is given up. */
	timeout: number;
	/** Values that must not appear in errors, besides those of the credential. */
	secrets?: string[];
	/** Ends what waits; a request that is under way is waited for. */
	signal?: AbortSignal;
}

/** A page of a list. */
export interface ListPage {
	records: IDataObject[];
	/** Where the page after it starts. */
	next: Cursor;
	body: unknown;
	/** When it was given, by the provider's own clock if it tells. */
	at: number;
}

/** A line to a provider, for requests that no item causes. Parameters are checked and parsed already. */
export interface Line {
	/** The records of an answer, of all its pages where it is a list. */
	ask: (errand: Errand, parameters?: Parameters) => Promise<IDataObject[]>;
	/** One page of a list. */
	askPage: (errand: Errand, cursor: Cursor, parameters?: Parameters) => Promise<ListPage>;
}

/**
 * Opens a line, on which requests keep to the limits of the credential, together with those of
 * action nodes, and are repeated and refused as theirs. Throws `Unfit`.
 */
export async function openLine(
	context: Call['context'],
	provider: Provider,
	{ longestWait, timeout, secrets, signal }: Manner,
): Promise<Line> {
	const credential = await context.getCredentials(provider.credential);
	const conduct: Conduct = {
		provider,
		node: context.getNode(),
		credential,
		request: {
			baseURL: addressOf(credential, provider),
			timeout,
			sendCredentialsOnCrossOriginRedirect: false,
		},
		requestsAtOnce: provider.parallel,
		longestWait,
		groups: false,
		patience: new Map(),
		secrets,
		signal,
	};

	const callFor = (operation: Errand, parameters: Parameters): Call => {
		const request = requestFor(operation, parameters as IDataObject, conduct);
		return { context, operation, parameters, request, files: [], fileBytes: 0 };
	};

	const send = async (call: Call) => await exchange(call, laneFor(call, conduct), conduct);

	return {
		async ask(errand, parameters = {}) {
			const call = callFor(errand, parameters);
			return await readList(call, provider, async () => await send(call));
		},
		async askPage(errand, cursor, parameters = {}) {
			const call = callFor(errand, parameters);
			const pages = errand.pages!;
			const place = cursor ?? pages.first;
			pages.place(call.request, place, pages.most);
			const { answer, records } = await send(call);
			const page = { cursor: place, size: pages.most, count: records.length, answer };
			const at = Date.parse(answer.headers.date ?? '') || Date.now();
			return { records, next: pages.next(page), body: answer.body, at };
		},
	};
}
