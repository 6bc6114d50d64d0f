import 'reflect-metadata';

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { type Bench, type Measure, type Row, startServer } from './measure';
import { delivery } from './measures/delivery';
import { memory } from './measures/memory';
import { speed } from './measures/speed';
import { weight } from './measures/weight';
import { asResults, asTable, reaches } from './table';

const measures: Measure[] = [...weight, delivery, ...memory, ...speed];
const resultsFile = path.join(__dirname, 'results.json');

async function measureAll(bench: Bench): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { names, run } of measures) {
		if (!names.some(bench.wanted)) continue;
		const began = Date.now();
		const own = await run(bench);
		const seconds = Math.round((Date.now() - began) / 1000);
		console.log(`\n${asTable(own)}\n(${seconds} s)`);
		rows.push(...own.filter(({ name }) => bench.wanted(name)));
	}
	return rows;
}

/** Writes what was measured into the results; of other measures they keep what they have. */
function keep(rows: Row[]): void {
	const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8') : '{}';
	const all = { ...(JSON.parse(before) as ReturnType<typeof asResults>), ...asResults(rows) };
	const inOrder = new Set([...measures.flatMap(({ names }) => names), ...Object.keys(all)]);
	const known = [...inOrder].filter((name) => name in all);
	const results = Object.fromEntries(known.map((name) => [name, all[name]]));
	writeFileSync(resultsFile, `${JSON.stringify(results, null, '\t')}\n`);
}

/**
 * `npm run bench`: everything, into `results.json` too. Words choose the measures whose names contain
 * one of them. `--quick` repeats less, leaves out 10,000 items and only shows what it finds.
 */
async function main(): Promise<void> {
	const { values, positionals: words } = parseArgs({
		options: { quick: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
	if (!measures.some(({ names }) => names.some(wanted))) {
		console.log(`There is no such measure. There are:\n${measures.flatMap(({ names }) => names).join('\n')}`);
		process.exitCode = 1;
		return;
	}
	const started = await startServer();
	const rows = await measureAll({ ...started, quick: values.quick, wanted });
	await started.server.stop();

	console.log(`\n${asTable(rows)}`);
	const missed = rows.filter((row) => !reaches(row));
	console.log(`\n${rows.length} measures, ${missed.length} below their bar`);
	if (!values.quick) keep(rows);
}

main().catch((reason: Error) => {
	console.error(reason.stack);
	process.exit(1);
});
