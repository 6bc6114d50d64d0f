import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/types';
import { TriggerHost } from '../support';
import { drawing } from './chance';
import type { Called } from './sources';
import { keyOf, tally } from './tally';
import type { Tally } from './tally';
import { trouble } from './trouble';

export interface CallsVerdict extends Tally {
	/** Calls that the service has made, repeats among them. */
	calls: number;
	/** Registrations that were made again although they were there. */
	registeredAgain: number;
}

const restarts = 5;

/** Of the calls 20 % are repeated. */
const manner = { duplicates: 0.2, atOnce: 8, attempts: 100, interval: 20 };

/**
 * Messages out of which the next one is drawn. So one comes up to some 500 others late, as many as
 * a trigger remembers over a restart.
 */
const window = 50;

/** Most calls that wait: enough to be shuffled, and for a restart to come in between. */
const mostWaiting = 500;

/** Lets so much come about at a service that calls back, restarts n8n meanwhile, and says what was started. */
export async function soakCalls(
	sandbox: Sandbox,
	source: Called,
	{ messages, seed }: { messages: number; seed: string },
): Promise<CallsVerdict> {
	const { provider, node = source.name, parameters, happen, batch, connect, operationId } = source;
	const draw = drawing(`${seed} ${source.name}`);
	const happened: string[] = [];
	sandbox.reset();
	const host = await TriggerHost.start({ sandbox, provider, node, parameters });
	let registeredAgain = 0;
	try {
		await host.activate();
		connect?.(sandbox, host.address());
		await sandbox.callbacksDone();
		sandbox.callbacks.length = 0;
		if (operationId) trouble(sandbox, provider, [operationId], draw).share = 0.05;
		sandbox.callBackLike({ ...manner, window: Math.ceil(window / batch) });
		let restarted = 0;
		for (let calls = 0; happened.length < messages; calls += 1) {
			const count = Math.min(1 + Math.floor(draw() * batch), messages - happened.length);
			const keys = Array.from({ length: count }, (_, index) => keyOf(happened.length + index));
			happened.push(...keys);
			happen(sandbox, keys);
			while (sandbox.callbacks.length < calls - Math.min(mostWaiting, messages / 10)) await wait(1);
			if (restarted === restarts) continue;
			if (happened.length < ((restarted + 1) * messages) / (restarts + 1)) continue;
			restarted += 1;
			if (await host.restartAmidCalls()) registeredAgain += 1;
		}
		await sandbox.callbacksDone();
		const items = host.started.production.flat().map(({ json }) => json);
		return { ...tally(happened, items), calls: sandbox.callbacks.length, registeredAgain };
	} finally {
		await host.stop();
		sandbox.reset();
	}
}
