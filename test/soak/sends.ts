import type { Sandbox } from '../../sandbox/types';
import type { Fate } from '../properties/faults';
import { misbehaveByItem } from '../properties/faults';
import type { Verdict, Wanted } from '../properties/judge';
import { judge } from '../properties/judge';
import type { Kind, Sending } from '../properties/sendings';
import { runNode } from '../support';
import { chance } from './chance';

/** A long run of one sending operation. */
export interface Soak {
	sending: Sending;
	/** Whether items go out together where they can. */
	grouped: boolean;
	/** Sends in all. */
	sends: number;
	seed: string;
}

/** Items of one execution of the node. */
const mostItems = 1000;

/** Of a hundred sends the provider refuses ten. */
const kindOf = (seed: string, index: number): Kind =>
	chance(seed, 'kind', index) < 0.1 ? 'refused' : 'fit';

/** Of a hundred requests three meet a 5xx, two a cut connection, one a page or half an answer. */
function fateOf(number: number): Fate {
	const hundredth = number * 100;
	if (hundredth < 0.75) return 'trouble';
	if (hundredth < 1.5) return 'troubleAfter';
	if (hundredth < 2.25) return 'unavailable';
	if (hundredth < 3) return 'unavailableAfter';
	if (hundredth < 4) return 'cutBefore';
	if (hundredth < 5) return 'cutAfter';
	if (hundredth < 5.25) return 'page';
	if (hundredth < 5.5) return 'pageAsSuccess';
	if (hundredth < 6) return 'truncated';
	return undefined;
}

function misbehave(sandbox: Sandbox, { sending, seed }: Soak, refused: Set<string>): void {
	let requests = 0;
	misbehaveByItem(sandbox, sending, (keys) => {
		requests += 1;
		const fate = fateOf(chance(seed, 'fate', keys[0] ?? '', requests));
		return fate ?? (keys.some((key) => refused.has(key)) ? 'refused' : undefined);
	});
}

/** Sends so much through a node while its provider is in trouble, and judges by the ledger. */
export async function soakSends(sandbox: Sandbox, soak: Soak): Promise<Verdict> {
	const { sending, grouped, sends, seed } = soak;
	const { node, parameters, groups, item, keyOf } = sending;
	sandbox.reset();
	const items = Array.from({ length: sends }, (_, index) => {
		const kind = kindOf(seed, index);
		return { kind, json: item(index, kind) };
	});
	const refused = items.filter(({ kind }) => kind === 'refused');
	misbehave(sandbox, soak, new Set(refused.map(({ json }) => keyOf(json))));
	const executions: Array<{ wanted: Wanted; result: Awaited<ReturnType<typeof runNode>> }> = [];
	for (let first = 0; first < sends; first += mostItems) {
		const wanted = { sending, items: items.slice(first, first + mostItems) };
		const result = await runNode({
			sandbox,
			node,
			parameters: { ...parameters, ...(groups && { requestOptions: { groupItems: grouped } }) },
			items: wanted.items.map(({ json }) => json),
			onError: 'continueErrorOutput',
		});
		if (result.error) throw result.error;
		executions.push({ wanted, result });
	}
	const verdicts = executions.map(({ wanted, result }) => judge(wanted, result, sandbox.deliveries));
	return verdicts.reduce((all, one) => ({
		deliveredOnce: all.deliveredOnce + one.deliveredOnce,
		reportedFailed: all.reportedFailed + one.reportedFailed,
		reportedUncertain: all.reportedUncertain + one.reportedUncertain,
		silent: [...all.silent, ...one.silent],
		sentTwice: [...all.sentTwice, ...one.sentTwice],
		deniedAlthoughSent: [...all.deniedAlthoughSent, ...one.deniedAlthoughSent],
	}));
}
