import type { IDataObject } from 'n8n-workflow';

import type { Group } from '../shared';

/** How many records this pack sends in one request; iBiz documents no limit. */
const most = 100;

/**
 * Several records as an array, which iBiz takes where it takes one. Off unless the user says
 * otherwise: no document tells whether a request that is refused leaves none of them behind.
 * Source: `DEServiceAPIRuntime` of https://github.com/iBizLab/ibiz-service-hub
 */
const asArray: Pick<Group, 'most' | 'join' | 'split'> = {
	most,
	join: (requests) => ({ body: requests.map(({ body }) => body) as unknown as IDataObject }),
	split: ({ body }) => (body as IDataObject[]).map((output) => ({ output })),
};

/** Messages, to the same records or to others. */
export const messages: Group = { ...asArray, together: () => ({ like: 'message' }) };

/** New threads with different keys. */
export const newThreads: Group = {
	...asArray,
	together: ({ body }) => ({ like: 'thread', once: String(body.id) }),
};

/** Changes of different threads, whose keys stand in the path: `/mail_threads/a;b`. */
export const changedThreads: Group = {
	...newThreads,
	join(requests) {
		const keys = requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
		return { ...asArray.join(requests), url: `/mail_threads/${keys.join(';')}` };
	},
};
