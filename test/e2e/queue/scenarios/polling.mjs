import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { eventually } from '../../../../demo/eventually.mjs';
import { triggers } from '../../triggers/sources/index.mjs';
import { count, told } from '../ledger.mjs';
import { textsFor } from '../runs.mjs';
import { sender } from '../services.mjs';
import { packNode, series } from '../workflows.mjs';

const messages = 100;
const minute = 60_000;

const polling = [triggers.paraTranz, triggers.iBiz, triggers.yandexMarketPolling];

/** A workflow that passes on as an e-mail each message that has come to a service. */
async function startRelay({ rest }, { name, service, node: type, parameters }) {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	const start = packNode('Start', service, { ...parameters, pollTimes }, { type });
	const relay = series(name, start, sender('smtpCom', { text: '={{ $json.text }}' }));
	const workflow = await rest.createWorkflow(relay);
	await rest.activate(workflow);
	return workflow;
}

export const polls = {
	name: 'Each message that main reads starts one execution on a worker',
	async run(stack) {
		const { rest, sandbox, say } = stack;
		const relays = [];
		for (const trigger of polling) {
			const texts = textsFor(`News of ${trigger.node}`, messages);
			relays.push({ trigger, texts, workflow: await startRelay(stack, trigger) });
		}
		for (let index = 0; index < messages; index += 1) {
			for (const { trigger, texts } of relays) {
				sandbox.happen(trigger.service, trigger.event(texts[index]));
			}
			// They come during more than one interval of polling
			await sleep((1.2 * minute) / messages);
		}
		const counts = () => {
			const mails = sandbox.deliveries.filter(({ provider }) => provider === 'smtpCom');
			return relays.map(({ texts }) => count(texts, mails));
		};
		const isComplete = () => counts().every(({ lost }) => lost === 0);
		// What is lost is told with the others, below
		await eventually('all messages have come', isComplete, 4 * minute).catch(() => {});
		await sleep(1.2 * minute);
		const counted = counts();
		for (const [index, { trigger, workflow }] of relays.entries()) {
			say(`${trigger.name}: ${messages} messages, ${told(counted[index])}`);
			await rest.deactivate(workflow);
		}
		const each = { delivered: messages, lost: 0, repeated: 0 };
		assert.deepEqual(counted, relays.map(() => each));
	},
};
