import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/types';
import type { NodeRun } from '../support';
import type { Fault } from './faults';
import { faults, misbehaveByItem, misbehaveInTurn } from './faults';
import type { Wanted } from './judge';
import type { Kind, Sending } from './sendings';
import { sendings } from './sendings';

interface PlannedItem {
	kind: Kind;
	/** What goes wrong with the first requests that hold the item. */
	faults: Fault[];
}

/** A random case: what is to be sent, in which way, and what goes wrong. */
export interface Scenario {
	sending: Sending;
	items: PlannedItem[];
	logInFaults: Fault[];
	requestsAtOnce: number;
	/** Whether items that differ only in the recipient may go out in one request. */
	groupItems: boolean;
}

const name = (sending: Sending) => ({ [fc.toStringMethod]: () => `"${sending.node}"` });

export const sendingArbitrary = fc
	.constantFrom(...sendings)
	.map((sending): Sending => ({ ...sending, ...name(sending) }));

const kinds = fc.oneof(
	{ arbitrary: fc.constant<Kind>('fit'), weight: 8 },
	{ arbitrary: fc.constant<Kind>('refused'), weight: 1 },
	{ arbitrary: fc.constant<Kind>('unfit'), weight: 1 },
);

/** What goes wrong with the first requests of some kind. */
export const faultsOf = (most: number) => fc.array(fc.constantFrom(...faults), { maxLength: most });

const itemArbitrary = fc.record({
	kind: kinds,
	faults: fc.oneof(
		{ arbitrary: fc.constant<Fault[]>([]), weight: 2 },
		{ arbitrary: faultsOf(3), weight: 1 },
	),
});

export const scenarioArbitrary = (length = { minLength: 1, maxLength: 20 }): fc.Arbitrary<Scenario> =>
	fc.record({
		sending: sendingArbitrary,
		items: fc.array(itemArbitrary, length),
		logInFaults: fc.oneof({ arbitrary: fc.constant<Fault[]>([]), weight: 4 }, { arbitrary: faultsOf(2), weight: 1 }),
		requestsAtOnce: fc.integer({ min: 1, max: 12 }),
		groupItems: fc.boolean(),
	});

let made = 0;

/** New items for a case; no two in this process are the same, so that stragglers are recognised. */
export function wantedOf({ sending, items }: Scenario): Wanted {
	const first = made;
	made += items.length;
	return {
		sending,
		items: items.map(({ kind }, index) => ({ kind, json: sending.item(first + index, kind) })),
	};
}

/**
 * Makes the sandbox misbehave as a case wants it.
 *
 * @returns how many requests of unknown fate have held an item, by its key
 */
export function stage(sandbox: Sandbox, scenario: Scenario, wanted: Wanted): (key: string) => number {
	const { sending, items, logInFaults } = scenario;
	const keys = wanted.items.map(({ json }) => sending.keyOf(json));
	const left = new Map(keys.map((key, index) => [key, [...items[index]!.faults]]));
	const refused = new Set(keys.filter((_, index) => items[index]!.kind === 'refused'));
	if (sending.logInId) misbehaveInTurn(sandbox, sending, sending.logInId, logInFaults);
	// The first requests that hold an item meet its faults one after the other
	return misbehaveByItem(sandbox, sending, (inRequest) => {
		const faulty = inRequest.find((key) => (left.get(key)?.length ?? 0) > 0);
		if (faulty !== undefined) return left.get(faulty)!.shift();
		return inRequest.some((key) => refused.has(key)) ? 'refused' : undefined;
	});
}

/** Requests at once that the node allows, of those that a case asks for. */
export const mostAtOnce = ({ sending, requestsAtOnce }: Scenario) =>
	Math.min(requestsAtOnce, sending.node === 'yandexMarket' ? 4 : Infinity);

/** How a case is run. */
export function nodeRun(
	sandbox: Sandbox,
	scenario: Scenario,
	{ items }: Wanted,
): NodeRun {
	const { node, parameters, groups } = scenario.sending;
	const requestOptions = {
		requestsAtOnce: mostAtOnce(scenario),
		...(groups && { groupItems: scenario.groupItems }),
	};
	return {
		sandbox,
		node,
		parameters: { ...parameters, requestOptions } as INodeParameters,
		items: items.map(({ json }) => json),
	};
}
