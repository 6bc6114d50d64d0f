import type { IDataObject, IHookFunctions, IWebhookFunctions, NodeApiError } from 'n8n-workflow';

import { type Errand, openLine, type Registration, type Registry } from '../shared';
import { pages } from './pages';
import { sakari } from './provider';

/**
 * Source of these three: https://developer.sakari.io/api-reference/webhooks/subscribe-to-message-events
 * and its OpenAPI file. A webhook is known by its address.
 */
const list: Errand = {
	method: 'GET',
	path: '/webhooks',
	effect: 'read',
	fields: [],
	pages: {
		...pages,
		/** The list documents no parameters, but says whether there is more than it gives. */
		place(request, cursor) {
			if (cursor) request.qs.offset = cursor;
		},
	},
};

const subscribe: Errand = {
	method: 'POST',
	path: '/webhooks',
	effect: 'change',
	fields: [],
	findOut: 'Activate the workflow again: a registration that was made is found and used',
	prepare(request, { url, eventTypes }) {
		request.body = { url, eventTypes } as IDataObject;
	},
};

/** Taking away what may be gone already can be repeated at will, like a read. */
const unsubscribe: Errand = {
	method: 'DELETE',
	path: '/webhooks/{url}',
	effect: 'read',
	fields: [],
};

/** A webhook as it is listed today, with `destination`, or as in the OpenAPI file, with `url`. */
interface Webhook extends IDataObject {
	destination?: string;
	url?: string;
	eventTypes?: string[];
}

/** What has been asked for is so, also when the webhook had been removed before. */
const tolerateAbsence = (error: NodeApiError) => {
	if (error.httpCode !== '404') throw error;
	return [];
};

/** Sakari's register of webhooks, for some events. */
export async function webhookRegister(
	context: IHookFunctions | IWebhookFunctions,
	events: string[],
): Promise<Registry> {
	const secrets: string[] = [];
	const line = await openLine(context, sakari, { longestWait: 60_000, timeout: 30_000, secrets });
	return {
		secrets,
		events,
		async list() {
			const webhooks = (await line.ask(list)) as Webhook[];
			return webhooks.map(({ destination, url, eventTypes }): Registration => {
				return { url: String(destination ?? url), events: eventTypes ?? [] };
			});
		},
		async add(url) {
			await line.ask(subscribe, { url, eventTypes: events });
		},
		async remove({ url }) {
			await line.ask(unsubscribe, { url }).catch(tolerateAbsence);
		},
	};
}
