import { type Bench, type Measure, median, type Row, withRunner } from '../measure';
import type { Done, Kind, Task } from '../runner';
import { paraTranz } from '../work/paraTranz';
import { smtpCom } from '../work/smtpCom';
import type { Work } from '../work/work';
import { yandexMarket } from '../work/yandexMarket';

const megabyte = 1_000_000;

interface Load {
	name: string;
	work: Work;
	kind: Kind;
	task: Omit<Task, 'side' | 'memory'>;
	/** The bar, in MB. */
	most?: number;
}

const loads: Load[] = [
	{
		name: 'peak_memory_mb_100x10mb',
		work: smtpCom,
		kind: 'inMail',
		task: { count: 100, bytes: 10 * megabyte },
		most: 300,
	},
	{
		name: 'peak_memory_mb_40x5mb',
		work: smtpCom,
		kind: 'inMail',
		task: { count: 40, bytes: 5 * megabyte },
	},
	{
		name: 'peak_memory_mb_40x5mb_yandex_market',
		work: yandexMarket,
		kind: 'inChat',
		task: { count: 40, bytes: 5 * megabyte },
	},
	{ name: 'peak_memory_mb_10000_items', work: paraTranz, kind: 'send', task: { count: 10_000 } },
];

/** Bytes of a file with which everything is done once before, such as loading code. */
const fewBytes = 1000;

async function runOf(bench: Bench, load: Load, side: Task['side']): Promise<Done> {
	const { work, kind, task } = load;
	return await withRunner(bench, work, async (runner) => {
		await runner.call('run', { kind, task: { side, count: 20, bytes: fewBytes } });
		await bench.server.call('behave', { provider: work.provider });
		return await runner.call('run', { kind, task: { ...task, side, memory: true } });
	});
}

/** What others come to; where their process does not survive, that. */
async function peakOf(bench: Bench, load: Load, side: Task['side']): Promise<string> {
	try {
		const { error, peak } = await runOf(bench, load, side);
		return error ?? `${Math.round(peak!)} MB`;
	} catch {
		return 'out of memory';
	}
}

async function rowOf(bench: Bench, load: Load): Promise<Row> {
	const peaks: number[] = [];
	for (let run = 0; run < (bench.quick ? 1 : 3); run += 1) {
		const { error, items, peak } = await runOf(bench, load, 'pack');
		if (error !== undefined || items !== load.task.count) {
			throw new Error(`${load.name}: ${error ?? `${items} items`}`);
		}
		peaks.push(peak!);
	}
	const httpRequest = await peakOf(bench, load, 'httpRequest');
	const axios = await peakOf(bench, load, 'axios');
	const way = load.kind === 'send' ? 'axios' : 'axios one by one';
	return {
		name: load.name,
		value: Math.round(median(peaks)),
		unit: 'MB',
		...(load.most !== undefined && { bar: { most: load.most } }),
		reference: `HTTP Request node ${httpRequest}, ${way} ${axios}`,
	};
}

/** Peak of the memory of the process that runs the node, above idle. */
export const memory: Measure[] = loads.map((load) => ({
	names: [load.name],
	run: async (bench) => [await rowOf(bench, load)],
}));
