import type { Sandbox } from '../../sandbox/types';
import { type NodeRun, runNode } from '../support';

/** The business whose chats the sandbox has, and the first of them, which is the longest. */
export const businessId = '924574';
export const firstChat = '11870001';

/** Contents in which every byte value occurs. */
export const bytes = (size: number) => Buffer.alloc(size, Buffer.from([...Array(256).keys()]));

/** Runs an operation of the node on the business of the sandbox; records come as they are unless said. */
export const nodeOf =
	(sandbox: () => Sandbox) =>
	async (
		resource: string,
		operation: string,
		parameters: NodeRun['parameters'],
		more: Partial<NodeRun> = {},
	) =>
		await runNode({
			sandbox: sandbox(),
			node: 'yandexMarket',
			parameters: { resource, operation, businessId, simplify: false, ...parameters },
			...more,
		});
