import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { lines as allLines, versionOf } from '../../demo/installN8n.mjs';
import { main } from '../../demo/main.mjs';
import { isStopping } from '../../demo/processes.mjs';
import { duration } from '../../demo/progress.mjs';
import { Sentence } from '../../demo/sentence.mjs';
import { setUp } from '../../demo/setup.mjs';
import { Table } from './table.mjs';

/** All suites: each folder with an index is one. */
async function readSuites() {
	const places = readdirSync(new URL('.', import.meta.url))
		.map((name) => new URL(`./${name}/index.mjs`, import.meta.url))
		.filter((place) => existsSync(place));
	const read = async (place) => ({ names: [], ...(await import(place.href)).suite });
	return await Promise.all(places.map(read));
}

/** What the arguments name: suites, scenarios of suites, and with `--n8n` lines of n8n. */
function choose(suites) {
	const { values, positionals } = parseArgs({
		options: { n8n: { type: 'string', multiple: true, default: allLines } },
		allowPositionals: true,
	});
	const names = new Set(positionals);
	const named = suites.filter(({ name }) => names.has(name));
	for (const { name } of named) names.delete(name);
	const chosen = [...names];
	const knows = (suite) => chosen.length === 0 || chosen.some((name) => suite.names.includes(name));
	const unknown =
		values.n8n.find((line) => !allLines.includes(line)) ??
		chosen.find((name) => !suites.some((suite) => suite.names.includes(name)));
	if (unknown) {
		const all = suites.flatMap((suite) => [suite.name, ...suite.names]);
		throw new Sentence(
			`"${unknown}" is unknown; there are ${all.join(', ')}, and the lines ${allLines.join(', ')}.`,
		);
	}
	return {
		lines: allLines.filter((line) => values.n8n.includes(line)),
		chosenSuites: (named.length > 0 ? named : suites).filter(knows),
		chosen,
	};
}

await main(async () => {
	const began = Date.now();
	await setUp();
	const { lines, chosenSuites, chosen } = choose(await readSuites());
	const table = new Table(lines);
	for (const suite of chosenSuites) {
		for (const line of lines.filter((one) => suite.lines.includes(one))) {
			console.log(`\n${suite.name} on n8n ${versionOf(line)}`);
			const report = table.reportFor(suite.name, line);
			try {
				await suite.run({ line, report, chosen });
			} catch (reason) {
				if (isStopping()) throw reason;
				report.failed('as a whole', reason);
			}
		}
	}
	console.log(`\n${table}, in ${duration(Date.now() - began)}`);
	return table.hasFailures ? 1 : 0;
});
