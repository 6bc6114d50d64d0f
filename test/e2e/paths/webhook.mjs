import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { call } from '../../../demo/call.mjs';
import { eventually } from '../../../demo/eventually.mjs';
import { chain, node, workflow } from '../workflows.mjs';
import { itemNames, items, optedOut, send, sender, texts, textsOf } from './sends.mjs';

const started = 'Webhook';

/** A trigger that is called over HTTP, and answers with what the last node gave. */
function webhook() {
	const id = randomUUID();
	const parameters = { httpMethod: 'POST', path: id, responseMode: 'lastNode', options: {} };
	return node(started, 'n8n-nodes-base.webhook', parameters, { typeVersion: 2, webhookId: id });
}

const post = async (n8n, { parameters: { path } }, body) =>
	await call('POST', `${n8n.url}/webhook/${path}`, body);

const fromBody = { phoneNumber: '={{ $json.body.phone }}', template: '={{ $json.body.text }}' };

/** A call over HTTP sends, and is answered with what was sent. */
export async function webhookCall({ n8n, sandbox }) {
	const trigger = webhook();
	const created = await n8n.rest.createWorkflow(
		workflow('Webhook', [trigger, send(fromBody)], chain(started, sender)),
	);
	await n8n.rest.activate(created);
	const answer = await post(n8n, trigger, { phone: '+12025550110', text: 'Called' });
	assert.equal(answer.status, 200);
	const sent = await answer.json();
	assert.deepEqual([sent.text, sent.direction], ['Called', 'outbound']);
	assert.deepEqual(textsOf(sandbox.deliveries), ['Called']);
	await n8n.rest.deactivate(created);
}

/** A send that fails starts the error workflow, which is told why. */
export async function errorWorkflow({ n8n, sandbox }) {
	const failed = 'Failed';
	const handler = await n8n.rest.createWorkflow(
		workflow('When a workflow fails', [node(failed, 'n8n-nodes-base.errorTrigger')]),
	);
	await n8n.rest.publish(handler);
	const trigger = webhook();
	const settings = { errorWorkflow: handler.id };
	const created = await n8n.rest.createWorkflow(
		workflow('Fails', [trigger, send(fromBody)], chain(started, sender), settings),
	);
	await n8n.rest.activate(created);
	await post(n8n, trigger, { phone: optedOut, text: 'No' });
	const { status, runData } = await n8n.rest.first(handler);
	await n8n.rest.deactivate(created);
	assert.equal(status, 'success');
	const [{ json }] = runData[failed][0].data.main[0];
	assert.equal(json.workflow.name, 'Fails');
	assert.equal(json.execution.lastNodeExecuted, sender);
	const { message } = json.execution.error;
	assert.match(message, /^Sakari refused the request: Contact has requested no further/);
	assert.deepEqual(sandbox.deliveries, []);
}

const trouble = {
	kind: 'status',
	status: 403,
	body: { success: false, error: { message: 'Trouble' } },
};

/** An execution that is retried from n8n's list sends what is missing, and nothing twice. */
export async function retry({ n8n, sandbox }) {
	const trigger = webhook();
	const slowly = send({ requestOptions: { groupItems: false, requestsAtOnce: 1 } });
	const created = await n8n.rest.createWorkflow(
		workflow('Retried', [trigger, ...items, slowly], chain(started, ...itemNames, sender)),
	);
	await n8n.rest.activate(created);
	const isSend = ({ method, path }) => method === 'POST' && path.endsWith('/messages');
	sandbox.misbehave({ provider: 'sakari', when: isSend, after: 1, times: 1, behaviour: trouble });
	await post(n8n, trigger, {});
	const failed = await n8n.rest.first(created);
	assert.equal(failed.status, 'error');
	const before = sandbox.deliveries.length;
	assert.ok(before > 0 && before < texts.length, `${before} texts were sent before the retry`);
	await n8n.rest.retry(failed.id);
	const retried = await eventually('the execution has been retried', async () =>
		(await n8n.rest.executions(created)).find(({ mode }) => mode === 'retry'),
	);
	assert.equal((await n8n.rest.ended(retried.id)).status, 'success');
	await n8n.rest.deactivate(created);
	assert.deepEqual(textsOf(sandbox.deliveries), [...texts].sort());
}
