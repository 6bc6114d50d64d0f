import type { Misbehaviour, ProviderName, Sandbox } from '../../sandbox/types';
import type { Draw } from './chance';
import { pick } from './chance';

/** What a read may meet. Some of these end it, others it survives. */
const faults: Misbehaviour[] = [
	{ kind: 'status', status: 403, body: { message: 'Forbidden' } },
	{ kind: 'status', status: 404, body: { message: 'Not found' } },
	{ kind: 'status', status: 500, body: { message: 'Trouble' } },
	{ kind: 'html', status: 502 },
	{ kind: 'html', status: 200 },
	{ kind: 'truncated' },
	{ kind: 'cut', when: 'before' },
	{ kind: 'cut', when: 'after' },
	{ kind: 'late', milliseconds: 20 },
	{ kind: 'limited', milliseconds: 1000 },
];

/**
 * Makes a share of some requests meet trouble; none at first.
 *
 * @param meanwhile what else happens when such a request arrives
 */
export function trouble(
	sandbox: Sandbox,
	provider: ProviderName,
	operationIds: string[],
	draw: Draw,
	meanwhile = () => {},
): { share: number } {
	const state = { share: 0 };
	let fault: Misbehaviour | undefined;
	sandbox.misbehave({
		provider,
		when({ operationId = '' }) {
			fault = undefined;
			if (!operationIds.includes(operationId)) return false;
			if (draw() < state.share) fault = pick(draw, faults);
			meanwhile();
			return false;
		},
		behaviour: faults[0]!,
	});
	for (const behaviour of faults) {
		sandbox.misbehave({ provider, when: () => fault === behaviour, behaviour });
	}
	return state;
}
