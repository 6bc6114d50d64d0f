import type { IExecutePaginationFunctions, INode } from 'n8n-workflow';

import type { Item } from './item';
import type { Provider } from './operation';
import type { Pause } from './slots';
import type { About } from './tell';

/** What a run has borne of one pause. */
export interface Patience {
	/** Since when the provider has been refusing everything; milliseconds since 1970. */
	since?: number;
	/** Until when the provider wants more patience than the user has; ends all items that wait. */
	outUntil?: number;
}

/** How a run of a node behaves; the items of a run share it. */
export interface Conduct {
	provider: Provider;
	node: INode;
	requestsAtOnce: number;
	/** Milliseconds to wait in all for a provider that asks to slow down, without any progress. */
	longestWait: number;
	/** Whether items that differ only in the recipient go out in one request. */
	groups: boolean;
	/** Whether n8n brings the items in batches, with a break between them. */
	batched: boolean;
	patience: Map<Pause, Patience>;
	signal?: AbortSignal;
}

interface RequestOptions {
	longestWait?: number;
	requestsAtOnce?: number;
	groupItems?: boolean;
	batching?: { batch?: { batchInterval?: number } };
}

const minute = 60_000;

/** Reads the request options of a node. */
export function conductOf(context: IExecutePaginationFunctions, provider: Provider): Conduct {
	const options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	const wanted = Number(options.requestsAtOnce ?? provider.parallel);
	const most = provider.mostParallel ?? Infinity;
	return {
		provider,
		node: context.getNode(),
		requestsAtOnce: Math.max(1, Math.min(Number.isInteger(wanted) ? wanted : 1, most)),
		longestWait: Number(options.longestWait ?? 15) * minute,
		groups: options.groupItems ?? provider.groups ?? false,
		batched: (options.batching?.batch?.batchInterval ?? 0) > 0,
		patience: new Map(),
		signal: context.getExecutionCancelSignal(),
	};
}

const isSecret = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What an error about an item needs to know. */
export async function aboutOf(item: Item, { provider, node }: Conduct): Promise<About> {
	const { context, index, operation } = item;
	const credential = await context.getCredentials(provider.credential);
	const secrets = provider.secrets.map((name) => credential[name]).filter(isSecret);
	return { node, index, provider, operation, secrets };
}
