import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Answer, Parameters, Request } from '../shared/operation';
import { pageToken } from '../shared/pages';

/** What a seller can start a chat about. */
export const contextTypes: INodePropertyOptions[] = [
	{ name: 'Order', value: 'ORDER' },
	{ name: 'Return', value: 'RETURN' },
];

/** Lists whose pages are linked by `result.paging.nextPageToken`; the last page names none. */
export const pagesOf = (most: number) =>
	pageToken({
		token: 'pageToken',
		limit: 'limit',
		most,
		next: ({ body }) =>
			(body as { result: { paging?: { nextPageToken?: string } } }).result.paging?.nextPageToken,
	});

/**
 * Yandex Market wants `{}` for a list without filters, but n8n leaves an empty object out of a
 * request; it sends text as it is.
 */
export function alwaysSendBody(request: Request): void {
	const headers = { ...request.headers, 'Content-Type': 'application/json' };
	Object.assign(request, { headers, body: JSON.stringify(request.body) });
}

/** Yandex Market confirms what is sent to a chat without telling its id. */
export const sentTo = (_: Answer, parameters: Parameters): IDataObject => ({
	success: true,
	chatId: parameters.chatId as string,
});
