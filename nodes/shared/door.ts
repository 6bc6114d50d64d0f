import type {
	DeclarativeRestApiSettings,
	IExecuteData,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Arrival } from './deliver';
import type { Operation, Provider, Request, Resource } from './operation';
import { carryOut } from './run';
import type { OperationOf } from './run';

function finder(resources: Resource[]): OperationOf {
	const operations = new Map<string, Operation>();
	for (const resource of resources) {
		for (const operation of resource.operations) {
			operations.set(`${resource.value}.${operation.value}`, operation);
		}
	}
	return (context) => {
		const resource = context.getNodeParameter('resource') as string;
		const operation = context.getNodeParameter('operation') as string;
		return operations.get(`${resource}.${operation}`);
	};
}

/**
 * The one door through which every request of a node passes; it stands where n8n's declarative
 * nodes have their pagination function. n8n brings all items of a run of the node here in one go,
 * so they can be looked at together before the first request leaves.
 */
export function door(provider: Provider, resources: Resource[]) {
	const operationOf = finder(resources);
	const gathering = new WeakMap<IExecuteData, Arrival[]>();
	return async function (
		this: IExecutePaginationFunctions,
		{ options }: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		return await new Promise((resolve, reject) => {
			const arrival = { context: this, request: options as Request, resolve, reject };
			const run = this.getExecuteData();
			const arrivals = gathering.get(run);
			if (arrivals) {
				arrivals.push(arrival);
				return;
			}
			gathering.set(run, [arrival]);
			queueMicrotask(() => {
				const all = gathering.get(run)!;
				gathering.delete(run);
				carryOut(all, provider, operationOf).catch((error: Error) => {
					for (const one of all) one.reject(error);
				});
			});
		});
	};
}
