import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { eventually } from '../../../../demo/eventually.mjs';
import { triggers } from '../../triggers/sources/index.mjs';
import { post } from '../../triggers/trials.mjs';
import { count } from '../ledger.mjs';
import { allEnded, statuses, textsFor } from '../runs.mjs';
import { sender } from '../services.mjs';
import { packNode, series } from '../workflows.mjs';

const forged = 100;

/** A fifth comes twice, some of it at the same time, and not in order. */
const manner = { duplicates: 0.2, window: 20, atOnce: 12, attempts: 600, interval: 500 };

const secret = /[\da-f]{64}/;

const relayed = [triggers.sakari, triggers.smtpCom, triggers.yandexMarket];

/** What tells of a service's event number so, for one run. */
const textOf = { smtpCom: (text) => `${text.replaceAll(' ', '-')}@example.com` };

/** Where that is in an item of its trigger. */
const field = { smtpCom: 'to' };

/** A workflow that passes on as an e-mail what has happened at a service, and an account of it. */
async function startRelay({ rest, sandbox, url }, trigger, run, events) {
	const { name, service, node: type, parameters, entered } = trigger;
	const webhookId = randomUUID();
	const start = packNode('Start', service, { ...parameters, options: {} }, { type, webhookId });
	const text = `={{ $json.${field[service] ?? 'text'} }}`;
	const relay = series(`${name} ${run}`, start, sender('smtpCom', { text }));
	const workflow = await rest.createWorkflow(relay);
	await rest.activate(workflow);
	if (entered) {
		sandbox.happen(service, entered(`${url}/webhook/${webhookId}/webhook`));
		const isGreeted = () => sandbox.callbacks.some(({ status }) => status === 200);
		await eventually(`${name} has answered the first call`, isGreeted);
	}
	const texts = textsFor(`${run} ${service}`, events).map(textOf[service] ?? ((one) => one));
	return { trigger, workflow, texts };
}

/** Waits until the services have made all their calls; gives those about events. */
async function callsMade({ sandbox }) {
	await sandbox.callbacksDone();
	return sandbox.callbacks.filter(({ body }) => body.notificationType !== 'PING');
}

/** Calls with guessed secrets are refused, and start nothing. */
async function forge(calls, { trigger, workflow }, { stores }) {
	const call = calls.findLast(({ provider, url }) => provider === trigger.service && secret.test(url));
	if (!call) return '';
	const before = await statuses(stores, workflow);
	const { url, headers, body } = call;
	const guesses = Array.from({ length: forged }, (_, index) => String(index).padStart(64, 'f'));
	const answers = await Promise.all(
		guesses.map(async (guess) => await post({ url: url.replace(secret, guess), headers, body })),
	);
	assert.deepEqual(answers, guesses.map(() => 401));
	assert.deepEqual(await statuses(stores, workflow), before);
	return `, ${forged} forged calls answered with 401`;
}

/** Relays so many events of each service. */
async function relayAll(stack, processes, events) {
	const { rest, sandbox, say, stores } = stack;
	stack.useWebhooks(processes);
	sandbox.reset();
	const run = `with-${processes}`;
	const relays = [];
	for (const trigger of relayed) relays.push(await startRelay(stack, trigger, run, events));
	sandbox.callBackLike(manner);
	const began = Date.now();
	for (let index = 0; index < events; index += 1) {
		for (const { trigger, texts } of relays) {
			sandbox.happen(trigger.service, trigger.event(texts[index]));
		}
	}
	const calls = await callsMade(stack);
	const rate = Math.round((1000 * calls.length) / (Date.now() - began));
	const results = [];
	for (const relay of relays) {
		const { trigger, texts, workflow } = relay;
		await allEnded(stores, workflow, events);
		const { delivered, lost, repeated } = count(texts, sandbox.deliveries);
		const own = calls.filter(({ provider }) => provider === trigger.service);
		const refusals = await forge(calls, relay, stack);
		say(
			`${trigger.name}, ${processes} webhook process${processes > 1 ? 'es' : ''}: ${events} events in ${own.length} calls, ${delivered} started the workflow, ${lost} missed, ${repeated} repeated${refusals}`,
		);
		results.push({ lost, repeated });
		await rest.deactivate(workflow);
	}
	say(`${rate} calls a second`);
	return results;
}

const expectNoneOf = (names, results) => {
	for (const result of results) for (const name of names) assert.equal(result[name], 0, `0 are ${name}`);
};

export const webhooks = {
	name: 'Each delivery to a webhook process starts one execution',
	run: async (stack) => expectNoneOf(['lost', 'repeated'], await relayAll(stack, 1, 334)),
};

export const severalWebhooks = {
	name: 'No delivery to one of two webhook processes is missed',
	run: async (stack) => expectNoneOf(['lost'], await relayAll(stack, 2, 100)),
};
