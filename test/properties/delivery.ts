import fc from 'fast-check';
import { setTimeout as later } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/types';
import { runNode } from '../support';
import type { Wanted } from './judge';
import { acquit, countByKey, judge, uncertain } from './judge';
import type { Property } from './check';
import { property } from './check';
import type { Kind } from './sendings';
import { mostAtOnce, nodeRun, scenarioArbitrary, stage, wantedOf } from './scenario';

const onErrors = ['continueRegularOutput', 'continueErrorOutput'] as const;

const must = (holds: boolean, sentence: string) => {
	if (!holds) throw new Error(sentence);
};

/** Keys of the items of a case, of all kinds or of one. */
const keysOf = ({ sending, items }: Wanted, wanted?: Kind) =>
	items
		.filter(({ kind }) => !wanted || kind === wanted)
		.map(({ json }) => sending.keyOf(json));

/** Nothing that the node itself finds unfit may reach the wire, whatever comes of it there. */
function mustNotSendUnfit(sandbox: Sandbox, wanted: Wanted) {
	const { node, operationId, keysIn } = wanted.sending;
	const unfit = new Set(keysOf(wanted, 'unfit'));
	const wasSent = sandbox.requests.some(
		(request) =>
			request.provider === node &&
			request.operationId === operationId &&
			keysIn(request).some((key) => unfit.has(key)),
	);
	must(!wasSent, 'An unfit item was sent');
}

function mustNotSendTwice(sandbox: Sandbox, wanted: Wanted) {
	const counts = countByKey(wanted.sending, sandbox.deliveries);
	const twice = keysOf(wanted).filter((key) => counts.get(key)! > 1);
	must(twice.length === 0, `Sent twice: ${twice.join('; ')}`);
}

/** Waits until what was under way has arrived: nothing new for a while. */
async function calm(sandbox: Sandbox) {
	for (let seen = -1; seen !== sandbox.requests.length; ) {
		seen = sandbox.requests.length;
		await later(40);
	}
}

/** One or more executions of a node that goes on after failures, with one credential. */
const goingOn = (sandbox: () => Sandbox) =>
	fc.asyncProperty(
		scenarioArbitrary(),
		fc.constantFrom(...onErrors),
		fc.integer({ min: 1, max: 3 }),
		async (scenario, onError, executions) => {
			const cases = Array.from({ length: executions }, () => wantedOf(scenario));
			for (const wanted of cases) stage(sandbox(), scenario, wanted);
			const results = await Promise.all(
				cases.map(async (wanted) => {
					const run = nodeRun(sandbox(), scenario, wanted);
					return await runNode({ ...run, onError, credentialId: 'shared' });
				}),
			);
			for (const [number, result] of results.entries()) {
				const wanted = cases[number]!;
				must(!result.error, `The execution ended with an error: ${result.error?.message}`);
				acquit(judge(wanted, result, sandbox().deliveries));
				mustNotSendUnfit(sandbox(), wanted);
			}
			const seen = sandbox().mostAtOnce(scenario.sending.node);
			const most = mostAtOnce(scenario);
			must(seen <= most, `${seen} requests at once instead of ${most}`);
		},
	);

/** A node that ends with its first failure. */
const stopping = (sandbox: () => Sandbox) =>
	fc.asyncProperty(scenarioArbitrary(), async (scenario) => {
		const wanted = wantedOf(scenario);
		const { sending, items } = wanted;
		const unclear = stage(sandbox(), scenario, wanted);
		const result = await runNode(nodeRun(sandbox(), scenario, wanted));
		mustNotSendUnfit(sandbox(), wanted);
		if (!result.error) {
			const verdict = judge(wanted, result, sandbox().deliveries);
			acquit(verdict);
			must(verdict.deliveredOnce === items.length, 'No error, and yet not all were delivered');
			return;
		}
		must(result.items.length === 0, 'A node that failed gave items out');
		mustNotSendTwice(sandbox(), wanted);
		const counts = countByKey(sending, sandbox().deliveries);
		if (items.some(({ kind }) => kind === 'unfit')) {
			must(counts.size === 0, 'Sent although an item is unfit');
		}
		const { message, description = '' } = result.error;
		const numberIn = (pattern: RegExp) => Number(pattern.exec(description)?.[1] ?? 0);
		const accepted = numberIn(/(\d+) of \d+ items were accepted/);
		const open = numberIn(/(\d+) more may have been sent/) + (uncertain.test(message) ? 1 : 0);
		const certain = [...counts.keys()].filter((key) => unclear(key) === 0).length;
		must(certain === accepted, `Delivered ${certain} for certain: ${message} / ${description}`);
		// Nothing that is of unknown fate is repeated, so each such request is another item
		const unknown = [...new Set(keysOf(wanted))].reduce((sum, key) => sum + unclear(key), 0);
		must(unknown === open, `Nobody knows of ${unknown}: ${message} / ${description}`);
	});

/** n8n's "Retry On Fail": the whole node runs again after a failure. */
const retrying = (sandbox: () => Sandbox) =>
	fc.asyncProperty(
		scenarioArbitrary({ minLength: 1, maxLength: 12 }),
		fc.integer({ min: 2, max: 5 }),
		async (scenario, maxTries) => {
			const wanted = wantedOf(scenario);
			stage(sandbox(), scenario, wanted);
			const settings = { retryOnFail: true, maxTries, waitBetweenTries: 0 };
			const run = nodeRun(sandbox(), scenario, wanted);
			const result = await runNode({ ...run, settings });
			mustNotSendUnfit(sandbox(), wanted);
			const counts = countByKey(scenario.sending, sandbox().deliveries);
			mustNotSendTwice(sandbox(), wanted);
			const unsent = keysOf(wanted).filter((key) => !counts.has(key));
			must(unsent.length === 0 || Boolean(result.error), `Not sent: ${unsent.join('; ')}`);
		},
	);

/** An execution that is cancelled when so many requests have arrived. */
const cancelled = (sandbox: () => Sandbox) =>
	fc.asyncProperty(
		scenarioArbitrary({ minLength: 8, maxLength: 40 }),
		fc.integer({ min: 1, max: 8 }),
		fc.constantFrom(undefined, ...onErrors),
		async (scenario, at, onError) => {
			const wanted = wantedOf(scenario);
			let cancel = () => {};
			let arrived = 0;
			const isTime = () => {
				arrived += 1;
				if (arrived === at) cancel();
				return false;
			};
			const { node, operationId, keysIn } = scenario.sending;
			const keys = new Set(keysOf(wanted));
			sandbox().misbehave({
				provider: node,
				operationId,
				when: (request) => keysIn(request).some((key) => keys.has(key)) && isTime(),
				behaviour: { kind: 'late', milliseconds: 0 },
			});
			stage(sandbox(), scenario, wanted);
			sandbox().misbehave({ provider: node, behaviour: { kind: 'late', milliseconds: 2 } });
			const { run } = await runNode({
				...nodeRun(sandbox(), scenario, wanted),
				onError,
				started: (execution) => (cancel = () => execution.cancel()),
			});
			await calm(sandbox());
			mustNotSendUnfit(sandbox(), wanted);
			mustNotSendTwice(sandbox(), wanted);
			const more = arrived - at;
			must(
				run.status !== 'canceled' || more < mostAtOnce(scenario),
				`${more} requests left after the execution was cancelled`,
			);
		},
	);

/** What must hold of sending, judged by the sandbox's ledger. */
export const deliveryProperties: Record<string, Property> = {
	goingOn: property('going on after failures, each item is delivered once or told of', goingOn),
	stopping: property('ending with the first failure, nothing is sent twice or untold', stopping),
	retrying: property('under Retry On Fail, what was accepted is not sent again', retrying),
	cancelled: property('when cancelled, nothing more is sent and nothing twice', cancelled),
};
