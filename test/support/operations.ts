import type { Operation } from '../../nodes/shared/operation';
import { resources } from '../inputs/operations';

/** An operation with its place in the pack. */
export interface Declared {
	/** Type name of the node. */
	node: string;
	/** As it is recorded with requests: `mail.send`. */
	name: string;
	resource: string;
	operation: Operation;
}

/** All operations of all nodes, as their sources declare them. */
export const declared: Declared[] = Object.entries(resources).flatMap(([node, all]) =>
	all.flatMap(({ value: resource, operations }) =>
		operations.map((operation) => ({
			node,
			name: `${resource}.${operation.value}`,
			resource,
			operation,
		})),
	),
);
