import type { Sandbox } from '../../sandbox/types';
import { attack } from './attack';
import { soakCalls } from './calls';
import { soakPolls } from './polls';
import { called, polled } from './sources';
import type { Tally } from './tally';

export type Numbers = Record<string, number>;

/** How much there is to be of what. */
export interface Extent {
	/** Messages for each trigger. */
	messages: number;
	/** Forged calls of each webhook trigger. */
	forged: number;
	seed: string;
	/** Takes lines about what is wrong. */
	print: (line: string) => void;
}

/** A long run of one trigger. */
export interface Run {
	/** Stands before its numbers in the results. */
	name: string;
	run: (sandbox: Sandbox, extent: Extent) => Promise<Numbers>;
}

const numbersOf = (verdict: Tally, print: Extent['print']) => {
	const { delivered, missed, repeated, unexpected } = verdict;
	for (const [what, keys] of Object.entries({ missed, repeated, unexpected })) {
		if (keys.length > 0) print(`${what}: ${keys.slice(0, 20).join('; ')}`);
	}
	return {
		delivered,
		missed: missed.length,
		repeated: repeated.length,
		unexpected: unexpected.length,
	};
};

const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;

/** Messages of services that call. */
export const callRuns: Run[] = called.map((source) => ({
	name: source.name,
	async run(sandbox, { messages, seed, print }) {
		const verdict = await soakCalls(sandbox, source, { messages, seed });
		const { calls, registeredAgain } = verdict;
		return { messages, ...numbersOf(verdict, print), calls, registered_again: registeredAgain };
	},
}));

/** Forged calls, among genuine ones that must not suffer by them. */
export const attackRuns: Run[] = called.map((source) => ({
	name: source.name,
	async run(sandbox, { forged, print }) {
		const verdict = await attack(sandbox, source, { calls: forged });
		const { forgedAccepted, unanswered, milliseconds } = verdict;
		const { missed, repeated } = numbersOf(verdict, print);
		for (const line of [...forgedAccepted, ...unanswered].slice(0, 20)) print(line);
		return {
			forged,
			forged_accepted: forgedAccepted.length,
			unanswered: unanswered.length,
			genuine_missed: missed,
			genuine_repeated: repeated,
			valid_call_ms: rounded(milliseconds.valid),
			ignored_call_ms: rounded(milliseconds.ignored),
			forged_call_ms: rounded(milliseconds.forged),
		};
	},
}));

/** Messages of services that are polled. */
export const pollRuns: Run[] = polled.map((source) => ({
	name: source.name,
	async run(sandbox, { messages, seed, print }) {
		const verdict = await soakPolls(sandbox, source, { messages, seed });
		return {
			messages,
			...numbersOf(verdict, print),
			polls: verdict.polls,
			failed_polls: verdict.failedPolls,
			failed_reads: verdict.failedReads,
			most_stored_bytes: verdict.mostStored,
		};
	},
}));
