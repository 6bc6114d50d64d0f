import type { Misbehaviour, RecordedRequest, Sandbox } from '../../sandbox/types';
import type { Sending } from './sendings';

/** What can go wrong with one request that sends. */
export const faults = [
	'cutAfter',
	'cutBefore',
	'late',
	'limited',
	'limitedSilently',
	'loggedOut',
	'page',
	'pageAfter',
	'pageAsSuccess',
	'trouble',
	'troubleAfter',
	'truncated',
	'unavailable',
	'unavailableAfter',
] as const;

export type Fault = (typeof faults)[number];

/** Faults after which the provider has carried the request out, although its answer does not say so. */
const afterwards: Fault[] = ['cutAfter', 'pageAfter', 'troubleAfter', 'truncated', 'unavailableAfter'];

const isCarriedOut = (fault: Fault) => afterwards.includes(fault);

/** Faults after which nobody but the provider knows whether the request was carried out. */
const isAmbiguous = (fault: Fault) =>
	isCarriedOut(fault) || ['cutBefore', 'page', 'pageAsSuccess', 'trouble', 'unavailable'].includes(fault);

function behaviourOf(fault: Fault, { limited, trouble }: Sending): Misbehaviour {
	switch (fault) {
		case 'cutAfter':
		case 'cutBefore':
			return { kind: 'cut', when: fault === 'cutAfter' ? 'after' : 'before' };
		case 'late':
			return { kind: 'late', milliseconds: 20 };
		case 'limited':
			return limited(1);
		case 'limitedSilently':
			return limited();
		case 'loggedOut':
			return { kind: 'status', status: 401, body: { message: 'Unauthorized' } };
		case 'page':
		case 'pageAfter':
			return { kind: 'html', status: 502, carriedOut: isCarriedOut(fault) };
		case 'pageAsSuccess':
			return { kind: 'html', status: 200 };
		case 'trouble':
		case 'troubleAfter':
			return { kind: 'status', status: 500, body: trouble, carriedOut: isCarriedOut(fault) };
		case 'truncated':
			return { kind: 'truncated' };
		case 'unavailable':
		case 'unavailableAfter':
			return { kind: 'status', status: 503, body: '', carriedOut: isCarriedOut(fault) };
	}
}

/** What a request meets: one of the faults, the provider's refusal, or nothing but its service. */
export type Fate = Fault | 'refused' | undefined;

/**
 * Makes the sandbox misbehave towards requests by the items that they hold, whatever the order in
 * which they arrive.
 *
 * @param fateOf what a request that holds items with these keys meets; asked once for each request
 * @returns how many requests of unknown fate have held an item, by its key
 */
export function misbehaveByItem(
	sandbox: Sandbox,
	sending: Sending,
	fateOf: (keys: string[]) => Fate,
): (key: string) => number {
	const met = new WeakMap<RecordedRequest, Fate>();
	const ambiguous: Array<{ keys: string[]; request: RecordedRequest }> = [];
	const fateOnce = (request: RecordedRequest) => {
		if (met.has(request)) return met.get(request);
		const keys = sending.keysIn(request);
		const fate = fateOf(keys);
		met.set(request, fate);
		if (fate && fate !== 'refused' && isAmbiguous(fate)) ambiguous.push({ keys, request });
		return fate;
	};
	const { node: provider, operationId } = sending;
	const rule = (fate: Fate, behaviour: Misbehaviour) =>
		sandbox.misbehave({
			provider,
			operationId,
			when: (request) => fateOnce(request) === fate,
			behaviour,
		});
	for (const fault of faults) rule(fault, behaviourOf(fault, sending));
	if (sending.refusal) rule('refused', sending.refusal);
	// Half a refusal is still one
	const isUnclear = ({ status }: RecordedRequest) => status < 400 || status >= 500;
	return (key) =>
		ambiguous.filter(({ keys, request }) => keys.includes(key) && isUnclear(request)).length;
}

/** Makes the first requests of one kind meet faults, one after the other. */
export function misbehaveInTurn(
	sandbox: Sandbox,
	sending: Sending,
	operationId: string,
	wanted: Fault[],
): void {
	for (const fault of wanted) {
		const behaviour = behaviourOf(fault, sending);
		sandbox.misbehave({ provider: sending.node, operationId, times: 1, behaviour });
	}
}
