import { type Bar, rounded } from '../measure';
import type { Task } from '../runner';
import type { Behaviour, Happened } from '../server';
import type { Work } from '../work/work';

/** What the server has seen of a run, and how long it took. */
export type Observed = Happened & { seconds: number };

/** A number that a trial gives. */
export interface Figure {
	name: string;
	unit: string;
	bar: (work: Work) => Bar | undefined;
	value: (observed: Observed, work: Work) => number;
	/** What stands in the row over all nodes; without it there is no such row. */
	worst?: 'greatest' | 'least';
}

/** A run of a node under some behaviour of the server, and what it shows. */
export interface Trial {
	/** Messages to send. */
	count: number;
	behaviour: (work: Work) => Partial<Behaviour>;
	task: Partial<Task>;
	figures: Figure[];
}

/** Items are not joined, so that each is a request. */
const apart = { parameters: { requestOptions: { groupItems: false } } };

const atMost = (limit: number) => (): Bar => ({ most: limit });

const rateLimited: Trial = {
	count: 400,
	behaviour: () => ({ perSecond: 50 }),
	task: apart,
	figures: [
		{
			name: 'delivered_of_400_at_50_per_second',
			unit: 'messages',
			bar: () => ({ least: 400 }),
			value: ({ delivered }) => delivered,
			worst: 'least',
		},
		{
			name: 'lost_of_400_at_50_per_second',
			unit: 'messages',
			bar: atMost(0),
			value: ({ delivered }) => 400 - delivered,
			worst: 'greatest',
		},
		{
			name: 'repeated_of_400_at_50_per_second',
			unit: 'messages',
			bar: atMost(0),
			value: ({ repeated }) => repeated,
			worst: 'greatest',
		},
		{
			name: 'seconds_for_400_at_50_per_second',
			unit: 's',
			bar: atMost(10),
			value: ({ seconds }) => rounded(seconds, 1),
			worst: 'greatest',
		},
	],
};

const retried: Trial = {
	count: 50,
	behaviour: ({ send }) => ({ failing: { operationId: send.operationId, after: 24 } }),
	task: { ...apart, settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 } },
	figures: [
		{
			name: 'repeated_under_retry_on_fail',
			unit: 'of 50 messages',
			bar: atMost(0),
			value: ({ repeated }) => repeated,
			worst: 'greatest',
		},
	],
};

const requestsFor = ({ requests }: Observed, { send }: Work) => requests[send.operationId] ?? 0;

const usual: Trial = {
	count: 1000,
	behaviour: () => ({}),
	task: {},
	figures: [
		{
			name: 'requests_per_1000_sends',
			unit: 'requests',
			bar: ({ groups }) => (groups === 'usual' ? { most: 10 } : undefined),
			value: requestsFor,
		},
	],
};

const grouped: Trial = {
	...usual,
	task: { parameters: { requestOptions: { groupItems: true } } },
	figures: [
		{
			name: 'requests_per_1000_sends_grouped',
			unit: 'requests',
			bar: atMost(10),
			value: requestsFor,
		},
	],
};

const crowded: Trial = {
	count: 300,
	behaviour: () => ({ latency: 20 }),
	task: apart,
	figures: [
		{
			name: 'most_requests_in_flight',
			unit: 'requests',
			bar: ({ atOnce }) => ({ most: atOnce }),
			value: ({ mostAtOnce }) => mostAtOnce,
			worst: 'greatest',
		},
	],
};

/** The trials that a node is put to. */
export const trialsOf = ({ groups }: Work): Trial[] => [
	...[rateLimited, retried, crowded, usual],
	...(groups === 'possible' ? [grouped] : []),
];

/** Figures that have a row over all nodes. */
export const overall = [rateLimited, retried, crowded].flatMap(({ figures }) => figures);
