import { WorkflowExecute } from 'n8n-core';
import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';

import type { ProviderName, RecordedRequest, Sandbox } from '../../sandbox/types';
import { additionalDataFor } from './additionalData';
import { MemoryCredentials } from './credentials';
import { keepBinaryData, start, startNode } from './execution';
import { credentialType, loadPack, NodeTypes, packageName } from './pack';
import { record } from './record';
import { sandboxCredentials } from './sandbox';

export interface ToolCall {
	sandbox: Sandbox;
	node: ProviderName;
	/** What the workflow's author has set; `$fromAI` stands for what the model fills in. */
	parameters: INodeParameters;
	/** What the model fills in. */
	values: IDataObject;
	credentials?: IDataObject;
	/**
	 * How the tool is run: by the engine at the agent's request, as n8n's AI Agent does since 1.112, or
	 * within the agent, as older agents and n8n's MCP server do. By the engine unless said otherwise.
	 */
	within?: 'engine' | 'agent';
}

export interface ToolAnswer {
	/** What the model is told of the tool before it calls it. */
	name: string;
	description: string;
	/** Names of the values that it is to fill in. */
	asked: string[];
	/** What the model gets to read. */
	text: string;
	/** Whether it is an error. */
	failed: boolean;
	/** What the tool gave the engine, with files that the model does not get. */
	items?: INodeExecutionData[];
	requests: RecordedRequest[];
}

/** A tool as n8n's engine hands it to an agent, a `DynamicStructuredTool` of LangChain. */
interface Tool {
	name: string;
	description: string;
	schema: { shape: object; parse: (values: unknown) => IDataObject };
	invoke: (values: unknown) => Promise<string>;
}

const aiTool = NodeConnectionTypes.AiTool;

/** What an agent of n8n makes of the engine's answer for the model to read. */
function observation({ actionResponses: [done] }: EngineResponse) {
	const items = done!.data.data?.[aiTool]?.[0] ?? [];
	const text = JSON.stringify(items.map(({ json }) => json));
	return { failed: 'error' in (items[0]?.json ?? {}), text, items };
}

/** A node that is an agent with a model which calls its only tool once. */
function agentNode({ values, within = 'engine' }: ToolCall, answer: Partial<ToolAnswer>): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Agent' },
			inputs: [NodeConnectionTypes.Main, { type: aiTool }],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions, response?: EngineResponse) {
			if (response?.actionResponses.length) {
				Object.assign(answer, observation(response));
				return [[{ json: {} }]];
			}
			const [tool] = (await this.getInputConnectionData(aiTool, 0)) as [Tool];
			const { name, description, schema } = tool;
			Object.assign(answer, { name, description, asked: Object.keys(schema.shape) });
			// A model's words are JSON
			const input = schema.parse(JSON.parse(JSON.stringify(values)));
			if (within === 'agent') {
				const told = await tool.invoke(input).then(
					(text) => ({ failed: false, text }),
					(error: Error) => ({ failed: true, text: error.message }),
				);
				Object.assign(answer, told);
				return [[{ json: {} }]];
			}
			const action = { actionType: 'ExecutionNodeAction', nodeName: 'Tool', input, type: aiTool, id: 'call' };
			return { actions: [{ ...action, metadata: { itemIndex: 0 } }], metadata: {} } as EngineRequest;
		},
	} as INodeType;
}

const pack = loadPack();

/** Has an AI agent call a node of the built package as its tool, on n8n's engine. */
export async function callTool(call: ToolCall): Promise<ToolAnswer> {
	const { sandbox, node, parameters } = call;
	const loader = await pack;
	const credential = `${node}Api`;
	const credentials = new MemoryCredentials((name) => credentialType(loader, name), {
		[credential]: { ...sandboxCredentials(sandbox, node), ...call.credentials } as never,
	});
	const answer: Partial<ToolAnswer> = {};
	const at = { typeVersion: 1, position: [0, 0] as [number, number] };
	const workflow = new Workflow({
		id: randomUUID(),
		nodes: [
			{ ...at, id: 's', name: 'Start', type: 'test.start', parameters: {} },
			{ ...at, id: 'a', name: 'Agent', type: 'test.agent', parameters: {} },
			{
				...at,
				id: 't',
				name: 'Tool',
				type: `${packageName}.${node}Tool`,
				parameters: { descriptionType: 'auto', ...parameters },
				credentials: { [credential]: { id: randomUUID(), name: 'Sandbox' } },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			Tool: { [aiTool]: [[{ node: 'Agent', type: aiTool, index: 0 }]] },
		},
		active: false,
		nodeTypes: new NodeTypes(loader, {
			'test.start': startNode(async () => await Promise.resolve([{ json: {} }])),
			'test.agent': agentNode(call, answer),
		}),
		settings: { executionOrder: 'v1' },
	});
	const release = await keepBinaryData('memory');
	const before = sandbox.requests.length;
	const execution = start(new WorkflowExecute(additionalDataFor(credentials), 'manual'), workflow);
	const { data } = await execution;
	release();
	if (answer.text === undefined) {
		// In n8n 1.123 a tool that fails ends the execution
		const { error } = data.resultData;
		if (!error) throw new Error('No answer of the tool');
		Object.assign(answer, { failed: true, text: error.message });
	}
	const requests = sandbox.requests.slice(before);
	record(node, `${String(parameters.resource)}.${String(parameters.operation)}`, requests, 'tool');
	return { ...answer, requests } as ToolAnswer;
}
