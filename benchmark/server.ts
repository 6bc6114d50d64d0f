import { startSandbox } from '../sandbox/server';
import type { ProviderName, Sandbox } from '../sandbox/types';
import { offer } from './remote';

/** How the sandbox is to behave from now on. */
export interface Behaviour {
	provider: ProviderName;
	/** Whether what it was told before is kept, for instance messages that a list consists of. */
	keep?: boolean;
	/** Milliseconds that each answer is late. */
	latency?: number;
	/** Requests per second that it accepts. */
	perSecond?: number;
	/** Answers one request with status 500, this one of those that call `operationId`. */
	failing?: { operationId: string; after: number };
}

/** What has happened since the last `behave`. */
export interface Happened {
	/** Requests by the sandbox's name of the operation. */
	requests: Record<string, number>;
	/** Different messages that were accepted. */
	delivered: number;
	/** How often a message was accepted that had been accepted before. */
	repeated: number;
	/** Most requests under way at once. */
	mostAtOnce: number;
}

let sandbox: Sandbox;
let latency: { kind: 'late'; milliseconds: number };
let requestsBefore = 0;
let deliveriesBefore = 0;

const functions = {
	/** Starts the sandbox; tells credentials, base URL among them, by provider. */
	async start() {
		sandbox = await startSandbox({ keepBodies: false });
		return Object.fromEntries(
			sandbox.providers.map((provider) => [provider, sandbox.credentials(provider)]),
		) as Record<ProviderName, ReturnType<Sandbox['credentials']>>;
	},

	behave({ provider, keep, latency: milliseconds = 0, perSecond, failing }: Behaviour) {
		if (!keep || !latency) {
			sandbox.reset();
			latency = { kind: 'late', milliseconds };
			if (failing) {
				const { operationId, after } = failing;
				const behaviour = { kind: 'status', status: 500 } as const;
				sandbox.misbehave({ provider, operationId, after, times: 1, behaviour });
			}
			sandbox.misbehave({ behaviour: latency, when: () => latency.milliseconds > 0 });
		}
		latency.milliseconds = milliseconds;
		sandbox.limit(provider, { perSecond });
		requestsBefore = sandbox.requests.length;
		deliveriesBefore = sandbox.deliveries.length;
	},

	happened(provider: ProviderName): Happened {
		const requests: Record<string, number> = {};
		for (const { operationId = '' } of sandbox.requests.slice(requestsBefore)) {
			requests[operationId] = (requests[operationId] ?? 0) + 1;
		}
		const accepted = sandbox.deliveries.slice(deliveriesBefore);
		const delivered = new Set(accepted.map(({ to, text }) => `${to}\n${text}`)).size;
		return {
			requests,
			delivered,
			repeated: accepted.length - delivered,
			mostAtOnce: sandbox.mostAtOnce(provider),
		};
	},
};

export type Server = typeof functions;

offer(functions);
