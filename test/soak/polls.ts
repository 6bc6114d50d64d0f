import type { Sandbox } from '../../sandbox/types';
import { pass } from '../properties/clock';
import { TriggerHost } from '../support';
import { drawing, pick } from './chance';
import type { Draw } from './chance';
import type { Polled } from './sources';
import { keyOf, tally } from './tally';
import type { Tally } from './tally';
import { trouble } from './trouble';

export interface PollsVerdict extends Tally {
	polls: number;
	/** Polls that ended with an error. */
	failedPolls: number;
	/** Page reads that got no answer, or a failure for an answer. */
	failedReads: number;
	/** Most bytes that n8n had to store for the trigger. */
	mostStored: number;
}

const restarts = 5;

const minute = 60_000;

/** Messages that come about between two polls: a few as a rule, now and then a great many. */
function crowd(draw: Draw): number {
	const kind = draw();
	if (kind < 0.4) return Math.floor(draw() * 3);
	if (kind < 0.8) return Math.floor(draw() * 60);
	if (kind < 0.98) return Math.floor(draw() * 200);
	return 500 + Math.floor(draw() * 700);
}

/**
 * Lets messages come about at a polled service, between polls and between the pages of a poll: many
 * at the same time, some in another order than they were written in, some late.
 */
class Stream {
	readonly happened: string[] = [];

	private hums = 0;

	constructor(
		private readonly sandbox: Sandbox,
		private readonly source: Polled,
		private readonly most: number,
		private readonly draw: Draw,
	) {}

	isOver = () => this.happened.length >= this.most;

	/** So many messages; all of the same time, of the same few seconds, or as late as may be. */
	flow(count: number): void {
		const { draw, source, sandbox } = this;
		const spread = pick(draw, [0, 5000, 5000, source.late * 0.9]);
		for (let index = 0; index < count && !this.isOver(); index += 1) {
			const at = Math.floor((Date.now() - draw() * spread) / 1000) * 1000;
			const key = keyOf(this.happened.length);
			this.happened.push(key);
			source.happen(sandbox, key, at);
			if (draw() < 0.05) source.hum(sandbox, `hum ${this.hums++}`, at);
		}
	}
}

/** Polls a service in trouble until all of so many messages are there, and says what was given. */
export async function soakPolls(
	sandbox: Sandbox,
	source: Polled,
	{ messages, seed }: { messages: number; seed: string },
): Promise<PollsVerdict> {
	const { provider, node = source.name, parameters } = source;
	const draw = drawing(`${seed} ${source.name}`);
	const stream = new Stream(sandbox, source, messages, draw);
	const count = { polls: 0, failedPolls: 0, failedReads: 0, mostStored: 0 };
	sandbox.reset();
	source.before?.(sandbox);
	const host = await TriggerHost.start({ sandbox, provider, node, parameters });
	const poll = async () => {
		count.polls += 1;
		await host.poll().catch((error: Error) => {
			if (!/^Node(Api|Operation)Error$/.test(error.name)) throw error;
			count.failedPolls += 1;
		});
	};
	/** Nobody needs what the sandbox has noted; of 10,000 messages it would be a lot. */
	const note = () => {
		count.failedReads += sandbox.requests.filter(({ status }) => status !== 200).length;
		sandbox.requests.length = 0;
		count.mostStored = Math.max(count.mostStored, host.stored.length);
	};
	let restarted = 0;
	const restart = async (under: Array<Promise<void>>) => {
		if (stream.happened.length < ((restarted + 1) * messages) / (restarts + 1)) return;
		restarted += 1;
		// In the middle of a poll, too
		if (draw() < 0.5) await Promise.all(under);
		host.restart();
	};
	try {
		await host.poll();
		// So that what comes late was not written before
		pass(source.late);
		const bad = trouble(sandbox, source.provider, source.operationIds, draw, () => {
			if (draw() < 0.2) stream.flow(1 + Math.floor(draw() * 3));
		});
		while (!stream.isOver()) {
			pass(pick(draw, [0, 1000, minute, 3 * minute, 15 * minute]));
			stream.flow(crowd(draw));
			host.budget = pick(draw, [1, 1, 200, minute, 10 * minute]);
			bad.share = pick(draw, [0, 0.1, 0.1, 0.1, 0.1, 1]);
			const under = Array.from({ length: draw() < 0.1 ? 2 : 1 }, poll);
			await restart(under);
			await Promise.all(under);
			note();
		}
		bad.share = 0;
		host.budget = 10 * minute;
		for (let round = 0; round < 6; round += 1) {
			pass(minute);
			await poll();
		}
		note();
		const items = host.started.production.flat().map(({ json }) => json);
		return { ...tally(stream.happened, items), ...count };
	} finally {
		await host.stop();
		sandbox.reset();
	}
}
