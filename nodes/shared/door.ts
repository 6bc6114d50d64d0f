import type { IN8nRequestOperations } from 'n8n-workflow';

import type { Provider, Resource } from './operation';

/** The one door through which every request of a node passes. */
export function door(_provider: Provider, _resources: Resource[]): IN8nRequestOperations['pagination'] {
	return async function () {
		return await Promise.resolve([]);
	};
}
