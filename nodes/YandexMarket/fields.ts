import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { type Answer, field, pageToken, type Parameters, type Request, text } from '../shared';

/** What a seller can start a chat about. */
export const contextTypes: INodePropertyOptions[] = [
	{ name: 'Order', value: 'ORDER' },
	{ name: 'Return', value: 'RETURN' },
];

/** Whose answer a chat waits for. */
export const statuses: INodePropertyOptions[] = [
	{ name: 'Finished', value: 'FINISHED' },
	{ name: 'New', value: 'NEW' },
	{ name: 'Waiting for Arbiter', value: 'WAITING_FOR_ARBITER' },
	{ name: 'Waiting for Customer', value: 'WAITING_FOR_CUSTOMER' },
	{ name: 'Waiting for Seller', value: 'WAITING_FOR_PARTNER' },
	{ name: 'Waiting for Yandex Market', value: 'WAITING_FOR_MARKET' },
];

interface Paged {
	paging?: { nextPageToken?: string };
}

/** Lists whose pages are linked by `paging.nextPageToken`; the last page names none. */
export const pagesOf = (most: number) =>
	pageToken({
		token: 'pageToken',
		limit: 'limit',
		most,
		next({ body }) {
			const { result = body } = body as { result?: unknown };
			return (result as Paged).paging?.nextPageToken;
		},
	});

/**
 * Yandex Market wants `{}` for a list without filters, but n8n leaves an empty object out of a
 * request; it sends text as it is.
 */
export function alwaysSendBody(request: Request): void {
	const headers = { ...request.headers, 'Content-Type': 'application/json' };
	Object.assign(request, { headers, body: JSON.stringify(request.body) });
}

/** The text of a message that the node sends. */
export const message = field.text('Text', 'message', {
	typeOptions: { rows: 4 },
	required: true,
	description: 'The text of the message, at most 4096 characters, without formatting',
	hint: 'The customer gets it at once. Yandex Market has no way to change it or to take it back',
	place: 'body.message',
	parse: text(4096),
});

/** Yandex Market confirms what is sent to a chat without telling its id. */
export const sentTo = (_: Answer, parameters: Parameters): IDataObject => ({
	success: true,
	chatId: parameters.chatId as string,
});
