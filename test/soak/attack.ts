import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/types';
import { TriggerHost } from '../support';
import { drawing } from './chance';
import { alteredCall, forgeries, hugeForgeries, secretOf } from './forgeries';
import type { Called } from './sources';
import { keyOf, tally } from './tally';
import type { Tally } from './tally';
import { callsFor, genuine, send } from './wire';
import type { Answer, Call } from './wire';

export interface AttackVerdict extends Tally {
	forged: number;
	/** Forged calls that were answered as if they were genuine, or have started something. */
	forgedAccepted: string[];
	/** Calls that n8n has not answered, or only with trouble of its own. */
	unanswered: string[];
	/** Medians. */
	milliseconds: { valid: number; ignored: number; forged: number };
}

const median = (numbers: number[]) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;

const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

/** One in so many forged calls repeats a genuine one, one is huge. */
const replaysIn = 10;
const hugeIn = 100;

/**
 * Makes forged calls, each of one that has not arrived yet; then the genuine ones, which must start
 * the workflow all the same; then these again, and some with events that are not chosen.
 */
export async function attack(
	sandbox: Sandbox,
	source: Called,
	{ calls: count }: { calls: number },
): Promise<AttackVerdict> {
	const { provider, node = source.name, parameters, happen, ignored, connect } = source;
	sandbox.reset();
	const host = await TriggerHost.start({ sandbox, provider, node, parameters });
	const forgedAccepted: string[] = [];
	const unanswered: string[] = [];
	const times = { valid: [] as number[], ignored: [] as number[], forged: [] as number[] };

	const make = async (kind: string, call: Call): Promise<Answer> => {
		const answer = await send(call);
		const { status } = answer;
		if (status === 0 || status >= 500) unanswered.push(`${kind}: ${status}`);
		return answer;
	};

	const forge = async (kind: string, call: Call): Promise<Answer> => {
		const answer = await make(kind, call);
		if (isSuccess(answer)) forgedAccepted.push(`${kind}: ${answer.status}`);
		return answer;
	};

	/** Lets something be done that must start nothing, not even a little later. */
	const quietly = async (kind: string, task: () => Promise<void>) => {
		const before = host.started.production.length;
		await task();
		await wait(50);
		const started = host.started.production.length - before;
		if (started > 0) forgedAccepted.push(`${kind}: ${started} executions`);
	};

	const activate = async () => {
		await host.activate();
		connect?.(sandbox, host.address());
		await sandbox.callbacksDone();
	};

	try {
		await activate();
		const [old] = await callsFor(sandbox, () => happen(sandbox, [keyOf(count)]));
		await host.deactivate();
		await activate();
		const forgedCount = Math.floor(count * (1 - 1 / replaysIn));
		const keys = Array.from({ length: forgedCount }, (_, number) => keyOf(number));
		const calls = await callsFor(sandbox, () => {
			for (const key of keys) happen(sandbox, [key]);
		});
		const [before, now] = [old!, calls[0]!].map(({ url }) => secretOf(url));
		const earlier = before === now ? '' : before!;
		const kinds = Object.entries(forgeries);
		const hugeKinds = Object.entries(hugeForgeries);
		await quietly('forged calls', async () => {
			for (let number = 0; number < forgedCount; number += 1) {
				const isHuge = number % hugeIn === hugeIn - 1;
				const some = isHuge ? hugeKinds : kinds;
				const turn = Math.floor(number / (isHuge ? hugeIn : 1));
				const [kind, forgery] = some[turn % some.length]!;
				// Chooses among the variants of a kind
				const variant = Math.floor(number / some.length);
				const call = forgery({ source, call: calls[number]!, earlier, number: variant });
				const { milliseconds } = await forge(kind, call);
				if (kind === 'no secret' || kind === 'one digit is wrong') times.forged.push(milliseconds);
			}
		});
		for (const call of calls) times.valid.push((await make('genuine', genuine(call))).milliseconds);
		await quietly('replays', async () => {
			for (const call of calls.slice(0, count - forgedCount)) await make('a replay', genuine(call));
		});
		await quietly('events that are not chosen', async () => {
			for (const call of calls.slice(0, 200)) {
				const { milliseconds } = await make('ignored', genuine(ignored(call)));
				times.ignored.push(milliseconds);
			}
		});
		const items = host.started.production.flat().map(({ json }) => json);
		const draw = drawing('altered');
		for (const call of calls.slice(0, 300)) {
			const altered = alteredCall(call, draw);
			// Where the service is asked what a call is about, it may know nothing of that
			if (source.operationId) await send(altered);
			else await make('an altered call', altered);
		}
		const last = await callsFor(sandbox, () => happen(sandbox, [keyOf(count + 1)]));
		for (const call of last) await make('a genuine call after all that', genuine(call));
		return {
			...tally(keys, items),
			forged: count,
			forgedAccepted,
			unanswered,
			milliseconds: {
				valid: median(times.valid),
				ignored: median(times.ignored),
				forged: median(times.forged),
			},
		};
	} finally {
		await host.stop();
		sandbox.reset();
	}
}
