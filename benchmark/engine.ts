import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { WorkflowExecute } from 'n8n-core';

import { additionalDataFor } from '../test/support/additionalData';
import { MemoryCredentials } from '../test/support/credentials';
import { start, startNode } from '../test/support/execution';
import { credentialType, loadPack, NodeTypes } from '../test/support/pack';
import { n8nNodes, newest } from './n8nNodes';
import type { Credential } from './work/work';

/** A node of a workflow; it gets the items of the one before it. */
export interface Step {
	/** Full name of the node's type. */
	type: string;
	parameters: INodeParameters;
	/** Fields of the node besides its parameters, for instance `retryOnFail`. */
	settings?: Partial<INode>;
}

/** What gives a workflow its items. */
export type Give = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

/** What an execution has come to. */
export interface Executed {
	/** Items that the last node gave. */
	items: number;
	/** Why it ended with an error, if it did. */
	error?: string;
}

/** Runs workflows on n8n's engine as one user of it: log-ins that were made once are kept. */
export class Engine {
	private constructor(
		private readonly pack: Awaited<ReturnType<typeof loadPack>>,
		private readonly credentials: MemoryCredentials,
		private readonly credential: string,
	) {}

	/** @param credential name of the credential's type */
	static async start(credential: string, data: Credential): Promise<Engine> {
		const pack = await loadPack();
		const credentials = new MemoryCredentials((name) => credentialType(pack, name), {
			[credential]: data as ICredentialDataDecryptedObject,
		});
		return new Engine(pack, credentials, credential);
	}

	async run(give: Give, steps: Step[]): Promise<Executed> {
		const n8n = n8nNodes(steps.map(({ type }) => type));
		const own = { ...n8n, 'benchmark.start': startNode(give) };
		const types = new NodeTypes(this.pack, own);
		const nodes = [{ type: 'benchmark.start', parameters: {} }, ...steps].map(
			({ type, parameters, settings }: Step, index): INode => ({
				id: String(index),
				name: index === 0 ? 'Start' : `Step ${index}`,
				type,
				typeVersion: newest(types.getByName(type)),
				position: [200 * index, 0],
				parameters,
				credentials: { [this.credential]: { id: '1', name: 'Sandbox' } },
				...settings,
			}),
		);
		const connections = Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [
					nodes[index]!.name,
					{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
				]),
		);
		const workflow = new Workflow({
			...{ id: 'workflow', nodes, connections, active: false, nodeTypes: types },
			settings: { executionOrder: 'v1' },
		});
		const execution = new WorkflowExecute(additionalDataFor(this.credentials), 'manual');
		const { data } = await start(execution, workflow);
		const last = data.resultData.runData[nodes.at(-1)!.name]?.at(-1);
		return {
			items: last?.data?.main?.[0]?.length ?? 0,
			error: (data.resultData.error ?? last?.error)?.message,
		};
	}
}
