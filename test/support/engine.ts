import { BinaryDataService, WorkflowExecute } from 'n8n-core';
import { Container } from '@n8n/di';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import type { RecordedRequest, Sandbox } from '../../sandbox/types';
import { additionalDataFor } from './additionalData';
import { MemoryCredentials } from './credentials';
import { keepBinaryData, start, startNode } from './execution';
import type { InputFile, OperationCase } from './operationCase';
import { credentialType, loadPack, NodeTypes, packageName } from './pack';
import { record } from './record';
import { sandboxCredentials } from './sandbox';

export interface NodeRun {
	sandbox: Sandbox;
	node: OperationCase['node'];
	parameters: INodeParameters;
	/** A node of the test's own, run in place of that of the pack. */
	instead?: INodeType;
	/** JSON of the input items; one empty item unless said otherwise. */
	items?: IDataObject[];
	/** Binary fields of the input items. */
	files?: Array<Record<string, InputFile>>;
	onError?: INode['onError'];
	/** Fields of the node besides its parameters, for instance `retryOnFail`. */
	settings?: Partial<INode>;
	/** Replaces the credential that the sandbox accepts. */
	credentials?: ICredentialDataDecryptedObject;
	/** What n8n keeps of credentials, by type, for runs that share it. */
	stored?: Record<string, ICredentialDataDecryptedObject>;
	/** n8n's id of the credential; runs with the same one share its limits. One of its own otherwise. */
	credentialId?: string;
	/** Where n8n keeps binary data; in memory unless said otherwise. */
	binaryMode?: 'memory' | 'disk';
	/** How often the node runs in the execution, each time with all items; once unless said otherwise. */
	runs?: 1 | 2;
	/** Execution data of a failed execution, which is retried as from n8n's list of executions. */
	retry?: IRun;
	/** Gets the running execution, to cancel it. */
	started?: (execution: { cancel: () => void }) => void;
}

export interface NodeResult {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	/** Why the execution ended with an error, if it did. */
	error?: Error & { description?: string; context?: IDataObject; httpCode?: string };
	/** Requests that the sandbox saw meanwhile. */
	requests: RecordedRequest[];
	/** How often n8n asked the credential to log in. */
	logIns: number;
	/** How often n8n read the credential from where it keeps it. */
	credentialReads: number;
	run: IRun;
	/** Bytes of a binary field of an output item. */
	content: (item: INodeExecutionData, field: string) => Promise<Buffer>;
}

/** Gives the input items, with their binary data stored as n8n stores it. */
const givenItems = (items: IDataObject[], files: NodeRun['files'] = []) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[]> {
		const output: INodeExecutionData[] = [];
		for (const [index, json] of items.entries()) {
			const item: INodeExecutionData = { json, binary: {}, pairedItem: { item: 0 } };
			for (const [field, { content, name, mimeType }] of Object.entries(files[index] ?? {})) {
				item.binary![field] = await this.helpers.prepareBinaryData(content, name, mimeType);
			}
			output.push(item);
		}
		return output;
	};

/**
 * Retries a failed execution from its saved data, as n8n does from the list of executions: the
 * failed node runs again, on the data that it had.
 */
function again(failed: IRun, additional: IWorkflowExecuteAdditionalData, workflow: Workflow) {
	const data = JSON.parse(JSON.stringify(failed.data)) as IRun['data'];
	data.resultData.runData[data.resultData.lastNodeExecuted!]!.pop();
	delete data.resultData.error;
	for (const waiting of data.executionData!.nodeExecutionStack) {
		waiting.node = workflow.getNode(waiting.node.name)!;
	}
	return new WorkflowExecute(additional, 'retry', data).processRunExecutionData(workflow);
}

const toNode = { node: 'Node', type: NodeConnectionTypes.Main, index: 0 };
const through = { node: 'Through', type: NodeConnectionTypes.Main, index: 0 };

/** Hands its items on, so that the node after it runs once more. */
const throughNode: INodeType = {
	description: {
		displayName: 'Through',
		name: 'through',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Through' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return await Promise.resolve([this.getInputData()]);
	},
};

const credentialOf: Record<OperationCase['node'], string> = {
	paraTranz: 'paraTranzApi',
	smtpCom: 'smtpComApi',
	iBiz: 'iBizApi',
	sakari: 'sakariApi',
	yandexMarket: 'yandexMarketApi',
};

const pack = loadPack();
let runs = 0;

/** Runs one node of the built pack on n8n's engine, fed by a start node. */
export async function runNode(options: NodeRun): Promise<NodeResult> {
	const { sandbox, node, parameters, items = [{}], files } = options;
	const loader = await pack;
	const credential = credentialOf[node];
	const data = options.credentials ?? sandboxCredentials(sandbox, node);
	const stored = options.stored ?? {};
	stored[credential] ??= { ...data } as ICredentialDataDecryptedObject;
	const credentialsHelper = new MemoryCredentials((name) => credentialType(loader, name), stored);
	const nodes: INode[] = [
		{ id: 's', name: 'Start', type: 'test.start', typeVersion: 1, position: [0, 0], parameters: {} },
		{ id: 't', name: 'Through', type: 'test.through', typeVersion: 1, position: [0, 200], parameters: {} },
		{
			id: 'n',
			name: 'Node',
			type: options.instead ? 'test.instead' : `${packageName}.${node}`,
			typeVersion: 1,
			position: [200, 0],
			parameters,
			onError: options.onError,
			credentials: { [credential]: { id: options.credentialId ?? `own ${runs++}`, name: 'Sandbox' } },
			...options.settings,
		},
	];
	const workflow = new Workflow({
		id: 'workflow',
		nodes,
		connections: {
			Start: { main: [[toNode, ...(options.runs === 2 ? [through] : [])]] },
			Through: { main: [[toNode]] },
		},
		active: false,
		nodeTypes: new NodeTypes(loader, {
			'test.start': startNode(givenItems(items, files)),
			'test.through': throughNode,
			...(options.instead && { 'test.instead': options.instead }),
		}),
		settings: { executionOrder: 'v1' },
	});
	const release = await keepBinaryData(options.binaryMode ?? 'memory');
	const before = sandbox.requests.length;
	const additionalData = additionalDataFor(credentialsHelper);
	const execution = options.retry
		? again(options.retry, additionalData, workflow)
		: start(new WorkflowExecute(additionalData, 'manual'), workflow);
	options.started?.(execution);
	const run = await execution;
	const task = run.data.resultData.runData.Node?.at(-1);
	const outputs = task?.data?.main ?? [];
	const contents = new Map<string, Buffer>();
	for (const item of outputs[0] ?? []) {
		for (const binary of Object.values(item.binary ?? {})) {
			const key = binary.id ?? binary.data;
			contents.set(key, await Container.get(BinaryDataService).getAsBuffer(binary));
		}
	}
	release();
	const requests = sandbox.requests.slice(before);
	record(node, `${String(parameters.resource)}.${String(parameters.operation)}`, requests);
	return {
		items: outputs[0] ?? [],
		errorItems: outputs[1] ?? [],
		error: run.data.resultData.error ?? task?.error,
		requests,
		logIns: credentialsHelper.logIns,
		credentialReads: credentialsHelper.reads,
		run,
		async content(item, field) {
			const binary = item.binary![field]!;
			return await Promise.resolve(contents.get(binary.id ?? binary.data)!);
		},
	} as NodeResult;
}
