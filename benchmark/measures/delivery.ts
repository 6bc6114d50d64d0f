import { type Bench, type Measure, type Row, withRunner } from '../measure';
import type { Child } from '../remote';
import type { Runner, Task } from '../runner';
import { works } from '../work';
import type { Work } from '../work/work';
import { type Figure, type Observed, overall, type Trial, trialsOf } from './trials';

const nameFor = ({ name }: Figure, work: Work) => `${name}_${work.name}`;

/** What has to be measured: also what stands only in a row over all nodes. */
function figuresOf({ figures }: Trial, { wanted }: Bench, work: Work): Figure[] {
	return figures.filter(
		(figure) => wanted(nameFor(figure, work)) || (figure.worst && wanted(figure.name)),
	);
}

async function observe(
	{ server }: Bench,
	work: Work,
	runner: Child<Runner>,
	{ behaviour, task, count }: Trial,
	side: Task['side'],
): Promise<Observed> {
	const { provider } = work;
	await server.call('behave', { provider, ...behaviour(work) });
	const { milliseconds } = await runner.call('run', { kind: 'send', task: { ...task, side, count } });
	return { ...(await server.call('happened', provider)), seconds: milliseconds / 1000 };
}

async function rowsOf(bench: Bench, work: Work): Promise<Row[]> {
	const trials = trialsOf(work).filter((trial) => figuresOf(trial, bench, work).length > 0);
	if (trials.length === 0) return [];
	return await withRunner(bench, work, async (runner) => {
		const rows: Row[] = [];
		for (const trial of trials) {
			const ours = await observe(bench, work, runner, trial, 'pack');
			const theirs = await observe(bench, work, runner, trial, 'httpRequest');
			for (const figure of figuresOf(trial, bench, work)) {
				rows.push({
					name: nameFor(figure, work),
					value: figure.value(ours, work),
					unit: figure.unit,
					bar: figure.bar(work),
					reference: `HTTP Request node ${figure.value(theirs, work)}`,
				});
			}
		}
		return rows;
	});
}

/** One row for all nodes: that of the node which does worst. */
function worstOf(figure: Figure, rows: Row[]): Row[] {
	const names = works.map((work) => nameFor(figure, work));
	const own = rows
		.filter(({ name }) => names.includes(name))
		.sort((one, other) => one.value - other.value);
	if (own.length < works.length) return [];
	const worst = figure.worst === 'least' ? own[0]! : own.at(-1)!;
	return [{ ...worst, name: figure.name, reference: `the worst of five nodes; ${worst.reference}` }];
}

/** What becomes of messages when the provider accepts few, fails once, or is slow. */
export const delivery: Measure = {
	names: [
		...overall.map(({ name }) => name),
		...works.flatMap((work) =>
			trialsOf(work).flatMap(({ figures }) => figures.map((figure) => nameFor(figure, work))),
		),
	],
	async run(bench) {
		const rows: Row[] = [];
		for (const work of works) rows.push(...(await rowsOf(bench, work)));
		return [...overall.flatMap((figure) => worstOf(figure, rows)), ...rows];
	},
};
