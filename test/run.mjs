import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { main } from '../demo/main.mjs';
import { installPackages } from '../demo/npm.mjs';
import { runShown } from '../demo/processes.mjs';
import { step } from '../demo/progress.mjs';
import { Sentence } from '../demo/sentence.mjs';
import { root, setUp } from '../demo/setup.mjs';

/**
 * `npm test`: installs what is missing, builds, checks, and runs all tests on n8n's engines. Ends
 * with one line, `N passed, N failed`. Arguments are handed to jest, for instance a file's name;
 * then only these tests run.
 */
const chosen = process.argv.slice(2);
const bin = path.join(root, 'node_modules', '.bin');
const olderLine = path.join(root, 'test', 'n8n-1.123');
const environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };

const run = async (command, parameters, more = {}, cwd = root) =>
	await runShown(command, parameters, { cwd, env: { ...environment, ...more } });

/** Ends the tests when a step before them does not succeed. */
const must = async (title, command, parameters, cwd) => {
	console.log(`\n${title}`);
	if ((await run(command, parameters, {}, cwd)) !== 0) throw new Sentence(`${title}: see above.`);
};

async function all() {
	await must('Building the package', 'gulp', ['build']);
	if (chosen.length > 0) return await run('jest', chosen);

	await must('Checking the rules for community nodes', 'eslint', ['.', '--max-warnings', '0']);
	await must('Checking the types of tests and sandbox', 'tsc', ['--noEmit', '-p', 'test']);
	await must('Checking the pages of the nodes', 'node', ['docs/generate.mjs', '--check']);
	await must('Scanning the source and the packed package', 'node', ['test/scan.mjs']);
	if (!existsSync(path.join(olderLine, 'node_modules'))) {
		await step('Installing the engine of n8n 1.123', () => installPackages(olderLine));
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'messaging-pack-tests-'));
	const counts = path.join(folder, 'counts.jsonl');
	try {
		console.log('\nTests on the engine of n8n 1.123');
		await run('jest', ['--silent'], { N8N_LINE: '1.123', MESSAGING_PACK_COUNTS: counts });
		console.log('\nTests on the engine of n8n 2.41');
		await run('jest', [], {
			MESSAGING_PACK_COUNTS: counts,
			MESSAGING_PACK_RECORD: folder,
		});
		return closingLine(counts);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Sums up both runs of jest; one that left no counts has failed. */
function closingLine(file) {
	const runs = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse) : [];
	const sum = (name) => runs.reduce((all, one) => all + one[name], 0);
	const failed = sum('failed') + (2 - runs.length);
	console.log(`\n${sum('passed')} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
}

await main(async () => {
	try {
		await setUp();
		return await all();
	} catch (error) {
		console.error(error instanceof Sentence ? error.message : error);
		console.log('\n0 passed, 1 failed');
		return 1;
	}
});
