import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, type WorkflowExecute } from 'n8n-core';
import { version as coreVersion } from 'n8n-core/package.json';
import type { IExecuteFunctions, INode, INodeExecutionData, INodeType, Workflow } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes binary data be kept on disk, as n8n does by default, or in memory.
 *
 * @returns what removes it
 */
export async function keepBinaryData(mode: 'memory' | 'disk'): Promise<() => void> {
	if (mode === 'memory') {
		Container.set(BinaryDataService, new BinaryDataService({} as never, {} as never, {} as never));
		return () => {};
	}
	const folder = mkdtempSync(join(tmpdir(), 'messaging-pack-'));
	const config = Object.assign(Container.get(BinaryDataConfig), {
		mode: 'filesystem',
		localStoragePath: folder,
	});
	const service = new BinaryDataService(config, { error: () => {} } as never, console as never);
	await service.init();
	Container.set(BinaryDataService, service);
	return () => rmSync(folder, { recursive: true, force: true });
}

/** A start node that gives the input items. */
export const startNode = (
	give: (this: IExecuteFunctions) => Promise<INodeExecutionData[]>,
): INodeType => ({
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [await give.call(this)];
	},
});

/** Starts an execution; before n8n 2.0 `run` took its arguments one by one. */
export function start(engine: WorkflowExecute, workflow: Workflow): ReturnType<WorkflowExecute['run']> {
	const startNode = workflow.getNode('Start')!;
	if (!coreVersion.startsWith('1.')) return engine.run({ workflow, startNode });
	return (engine.run as unknown as (workflow: Workflow, startNode: INode) => never).call(
		engine,
		workflow,
		startNode,
	);
}
