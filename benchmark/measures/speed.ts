import { type Bench, type Measure, median, type Row, rounded, withRunner } from '../measure';
import type { Child } from '../remote';
import type { Runner, Side, Task } from '../runner';
import { works } from '../work';
import type { Work } from '../work/work';

const counts = [100, 1000, 10_000];
const latencies = [0, 20];

/** One comparison of the three sides. */
interface Case {
	name: string;
	kind: 'send' | 'list';
	count: number;
	latency: number;
	parameters?: Task['parameters'];
}

/** Milliseconds of each run by side; runs of equal number were made one after the other. */
type Times = Record<Side, number[]>;

const growthName = ({ name }: Work, kind: Case['kind']) => `per_item_10000_vs_1000_${name}_${kind}`;

function casesOf({ name, groups }: Work): Case[] {
	const usual = latencies.flatMap((latency) =>
		(['send', 'list'] as const).flatMap((kind) =>
			counts.map((count): Case => {
				const late = latency > 0 ? `_${latency}ms` : '';
				const row = `time_per_item_vs_http_request_${count}_${name}_${kind}${late}`;
				return { name: row, kind, count, latency };
			}),
		),
	);
	if (groups !== 'usual') return usual;
	const alone: Case = {
		name: `time_per_item_vs_http_request_1000_${name}_send_not_grouped`,
		...{ kind: 'send', count: 1000, latency: 0 },
		parameters: { requestOptions: { groupItems: false } },
	};
	return [...usual, alone];
}

/** Whether a case is one of those that have to keep up; they are repeated most. */
const hasBar = (count: number, latency: number) => count === 1000 && latency === 0;

/** Seconds that the repetitions of a case may take, and how many are enough. */
const budget = (count: number, latency: number, quick: boolean) => {
	if (quick) return { seconds: 0, enough: 1 };
	if (count === 10_000) return { seconds: 15, enough: 3 };
	return hasBar(count, latency) ? { seconds: 45, enough: 101 } : { seconds: 10, enough: 7 };
};

/** Runs that what is compared with may fail in a row; with many items it may lose connections. */
const mostFailures = 3;

async function timesOf(
	{ server, quick }: Bench,
	work: Work,
	runner: Child<Runner>,
	{ kind, count, latency, parameters }: Case,
): Promise<Times> {
	// With many items, the loop with axios tells nothing new
	const sides: Side[] = count < 10_000 ? ['pack', 'httpRequest', 'axios'] : ['pack', 'httpRequest'];
	const times: Times = { pack: [], httpRequest: [], axios: [] };
	const { seconds, enough } = budget(count, latency, quick);
	const began = Date.now();
	do {
		for (const side of sides) {
			const task = { side, count, parameters };
			for (let failures = 0; ; ) {
				await server.call('behave', { provider: work.provider, latency, keep: kind === 'list' });
				const { items, error, milliseconds } = await runner.call('run', { kind, task });
				if (error === undefined && items === count) {
					times[side].push(milliseconds);
					break;
				}
				const told = error ?? `${items} items instead of ${count}`;
				if (side === 'pack' || ++failures === mostFailures) {
					throw new Error(`${work.name} ${kind} with ${side}: ${told}`);
				}
				console.log(`${count} ${work.name} ${kind} with ${side}, once more after: ${told}`);
			}
		}
		sides.reverse();
	} while (times.pack.length < enough && Date.now() - began < seconds * 1000);
	return times;
}

function rowOf({ name, count, latency }: Case, { pack, httpRequest, axios }: Times): Row {
	const told = ([side, times]: [string, number[]]) =>
		times.length > 0 ? [`${side} ${(median(times) / count).toFixed(3)} ms`] : [];
	const sides = { 'this node': pack, 'HTTP Request node': httpRequest, axios };
	return {
		name,
		value: rounded(median(pack.map((time, run) => time / httpRequest[run]!)), 3),
		unit: 'times',
		...(hasBar(count, latency) && { bar: { most: 1 } }),
		reference: Object.entries(sides).flatMap(told).join(', '),
	};
}

async function compare(bench: Bench, work: Work, runner: Child<Runner>): Promise<Row[]> {
	const isForGrowth = ({ kind, count, latency, parameters }: Case) =>
		!parameters && latency === 0 && count >= 1000 && bench.wanted(growthName(work, kind));
	const cases = casesOf(work)
		.filter(({ count }) => !(bench.quick && count > 1000))
		.filter((one) => bench.wanted(one.name) || isForGrowth(one));
	const rows: Row[] = [];
	for (const kind of ['send', 'list'] as const) {
		const ofKind = cases.filter((one) => one.kind === kind);
		if (ofKind.length === 0) continue;
		if (kind === 'list') {
			await bench.server.call('behave', { provider: work.provider });
			await runner.call('fill', Math.max(...ofKind.map(({ count }) => count)));
		}
		const perItem = new Map<string, number>();
		for (const one of ofKind) {
			const times = await timesOf(bench, work, runner, one);
			perItem.set(one.name, median(times.pack) / one.count);
			rows.push(rowOf(one, times));
		}
		const [few, many] = ofKind.filter(isForGrowth).map(({ name }) => perItem.get(name)!);
		if (few === undefined || many === undefined) continue;
		rows.push({
			name: growthName(work, kind),
			value: rounded(many / few, 3),
			unit: 'times',
			bar: { most: 1.1 },
			reference: `1,000 items ${few.toFixed(3)} ms, 10,000 items ${many.toFixed(3)} ms`,
		});
	}
	return rows;
}

/** Time per item of each node's send and list, in pairs with the HTTP Request node. */
export const speed: Measure[] = works.map((work) => ({
	names: [
		...casesOf(work).map(({ name }) => name),
		growthName(work, 'send'),
		growthName(work, 'list'),
	],
	run: async (bench) =>
		await withRunner(bench, work, async (runner) => await compare(bench, work, runner)),
}));
