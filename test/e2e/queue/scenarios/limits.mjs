import assert from 'node:assert/strict';

import { count, told } from '../ledger.mjs';
import { allEnded, order, parts, startSender, textsFor } from '../runs.mjs';
import { sender } from '../services.mjs';

const messages = 400;
const perExecution = 50;

/** Each service refuses in its own way what is above; all of them name a time, but for the last one. */
const most = {
	sakari: { perSecond: 50 },
	paraTranz: { perSecond: 50 },
	smtpCom: { perSecond: 50 },
	iBiz: { perSecond: 50 },
	yandexMarket: { parallel: 4 },
};

/** Requests that overlap in time, as over a network. */
const late = (provider) => ({ provider, behaviour: { kind: 'late', milliseconds: 40 } });

async function sendAll(service, stack) {
	const { rest, sandbox, say, stores, workers } = stack;
	sandbox.reset();
	sandbox.limit(service, most[service]);
	sandbox.misbehave(late(service));
	const texts = textsFor(`Message by ${service}`, messages);
	const workflow = await startSender(stack, `Limit of ${service}`, sender(service));
	const before = workers.map((worker) => worker.executions());
	const began = Date.now();
	const orders = parts(texts, perExecution);
	await Promise.all(orders.map(async (part) => await order(stack, workflow, part)));
	const ended = await allEnded(stores, workflow, orders.length);
	const seconds = (Date.now() - began) / 1000;
	await rest.deactivate(workflow);
	const counted = count(texts, sandbox.deliveries);
	const refused = sandbox.requests.filter(({ status }) => [420, 429].includes(status));
	const shares = workers.map((worker, index) => worker.executions() - before[index]);
	const line = `${service}, ${JSON.stringify(most[service])}: ${told(counted)}; ${refused.length} requests refused, executions ${shares.join(' + ')} on the workers, ${seconds.toFixed(1)} s`;
	say(line);
	assert.deepEqual(ended, { success: orders.length });
	assert.deepEqual(counted, { delivered: messages, lost: 0, repeated: 0 });
	assert.ok(refused.length > 0, 'the limit has been reached');
	assert.ok(shares.every((share) => share > 0), 'both workers have run executions');
}

export const limits = {
	name: 'Sends over both workers keep to a limit that neither knows',
	async run(stack) {
		for (const service of Object.keys(most)) await sendAll(service, stack);
	},
};
