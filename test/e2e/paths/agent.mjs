import assert from 'node:assert/strict';

import { saying, startModel } from '../../../demo/model.mjs';
import { chain, node, packType, workflow } from '../workflows.mjs';
import { send, sender } from './sends.mjs';

const text = 'Sent by an agent';

const model = node(
	'Model',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi',
	{
		model: { __rl: true, mode: 'id', value: 'gpt-5-mini' },
		responsesApiEnabled: false,
		options: {},
	},
	{ typeVersion: 1.3, credentials: { openAiApi: { id: null, name: 'Model' } } },
);

const agent = node(
	'Agent',
	'@n8n/n8n-nodes-langchain.agent',
	{ promptType: 'define', text: 'Tell the customer', options: {} },
	{ typeVersion: 3 },
);

const to = (type) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });

/** An AI agent sends with a node as its tool; the demo's model stands in for OpenAI's. */
export async function aiAgent({ n8n, sandbox }) {
	await n8n.rest.createCredential('Model', 'openAiApi', await startModel());
	const parameters = { phoneNumber: '+12025550110', template: text };
	const tool = { ...send(parameters), type: packType('sakariTool') };
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const created = await n8n.rest.createWorkflow(
		workflow('Agent', [start, agent, model, tool], {
			...chain('Start', 'Agent'),
			Model: to('ai_languageModel'),
			[sender]: to('ai_tool'),
		}),
	);
	const { status, runData, error } = await n8n.rest.run(created, 'Start');
	assert.equal(status, 'success', error?.message);
	assert.equal(runData.Agent[0].data.main[0][0].json.output, saying);
	assert.deepEqual(sandbox.deliveries.map((delivery) => delivery.text), [text]);
}
