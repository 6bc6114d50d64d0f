import 'reflect-metadata';
import './quiet';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/types';
import { properties } from '../properties';
import { quicken } from '../properties/clock';
import { sendings } from '../properties/sendings';
import { soakSends } from './sends';
import { attackRuns, callRuns, pollRuns } from './triggers';
import type { Extent, Numbers, Run } from './triggers';

/**
 * `npm run soak`: the long runs of what `npm test` does shortly. Prints tables, writes the numbers to
 * `results.json`, and ends with 1 when a number that must be 0 is not.
 *
 * SOAK_SEED repeats a run. SOAK_SENDS, SOAK_MESSAGES (for each trigger), SOAK_FORGED (calls of each webhook
 * trigger) and SOAK_RUNS (of each property) make it shorter; 0 leaves that part out.
 */
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);
const sends = Number(process.env.SOAK_SENDS ?? 10_000);
const messages = Number(process.env.SOAK_MESSAGES ?? 10_000);
const forged = Number(process.env.SOAK_FORGED ?? 1000);
const runs = Number(process.env.SOAK_RUNS ?? 1000);

const longestMinutes = 45;
const resultsFile = path.join(__dirname, 'results.json');

const results: Numbers = { seed };

/** Endings of the names of numbers that must be 0. */
const mustBeZero =
	/\.(silent|sent_twice|denied_although_sent|violated|(genuine_)?(missed|repeated)|unexpected|registered_again|forged_accepted|unanswered)$/;

const print = (line = '') => process.stdout.write(`${line}\n`);

const columns = [
	'sends',
	'delivered_once',
	'reported_failed',
	'reported_uncertain',
	'silent',
	'sent_twice',
	'denied_although_sent',
];

const secondsSince = (began: number) => ((performance.now() - began) / 1000).toFixed(1);

function row(name: string, cells: unknown[], titles = columns): string {
	const padded = cells.map((cell, place) => String(cell).padStart(titles[place]?.length ?? 8));
	return [name.padEnd(27), ...padded].join('  ');
}

/** Sends from every node, one call an item, and joined where the node can join. */
async function soakAllSends(sandbox: Sandbox): Promise<void> {
	print(row('', [...columns, 'seconds']));
	for (const sending of sendings) {
		for (const grouped of sending.groups ? [false, true] : [false]) {
			const name = sending.node + (grouped ? 'Joined' : '');
			const began = performance.now();
			const verdict = await soakSends(sandbox, { sending, grouped, sends, seed: String(seed) });
			const numbers: Record<string, number> = {
				sends,
				delivered_once: verdict.deliveredOnce,
				reported_failed: verdict.reportedFailed,
				reported_uncertain: verdict.reportedUncertain,
				silent: verdict.silent.length,
				sent_twice: verdict.sentTwice.length,
				denied_although_sent: verdict.deniedAlthoughSent.length,
			};
			for (const column of columns) results[`${name}.${column}`] = numbers[column]!;
			const seconds = secondsSince(began).padStart(7);
			print(row(name, [...columns.map((column) => numbers[column]), seconds]));
		}
	}
}

/** Runs what is to be run of some triggers, and prints a table of it. */
async function soakTriggers(sandbox: Sandbox, triggers: Run[], extent: Extent): Promise<void> {
	let titles: string[] = [];
	for (const { name, run } of triggers) {
		const began = performance.now();
		const numbers = await run(sandbox, extent);
		if (titles.length === 0) {
			titles = Object.keys(numbers);
			print(row('', [...titles, 'seconds'], titles));
		}
		for (const [title, number] of Object.entries(numbers)) results[`${name}.${title}`] = number;
		print(row(name, [...Object.values(numbers), secondsSince(began).padStart(7)], titles));
	}
	print();
}

/** Runs every property so many times; one that does not hold is printed with its smallest case. */
async function soakProperties(sandbox: Sandbox): Promise<void> {
	for (const [name, { says, check }] of Object.entries(properties)) {
		const began = performance.now();
		let violated = 0;
		try {
			await check(() => sandbox, { numRuns: runs, seed });
		} catch (error) {
			violated = 1;
			print((error as Error).stack);
		}
		results[`${name}.runs`] = runs;
		results[`${name}.violated`] = violated;
		const seconds = ((performance.now() - began) / 1000).toFixed(0);
		print(`${violated ? 'VIOLATED' : 'holds'}  ${runs} runs, ${seconds} s  ${says}`);
	}
}

function finish(): void {
	writeFileSync(resultsFile, `${JSON.stringify(results, null, '\t')}\n`);
	const bad = Object.entries(results).filter(([name, value]) => mustBeZero.test(name) && value > 0);
	for (const [name, value] of bad) print(`${name} is ${value}, and must be 0`);
	if (bad.length > 0) process.exitCode = 1;
}

async function soak(): Promise<void> {
	setTimeout(() => {
		print(`Not finished after ${longestMinutes} minutes`);
		process.exit(1);
	}, longestMinutes * 60_000).unref();
	print(`Seed ${seed}`);
	const sandbox = await startSandbox();
	const extent = { messages, forged, seed: String(seed), print };
	if (sends > 0) await soakAllSends(sandbox);
	print();
	if (forged > 0) await soakTriggers(sandbox, attackRuns, extent);
	quicken(20);
	if (messages > 0) await soakTriggers(sandbox, callRuns, extent);
	if (messages > 0) await soakTriggers(sandbox, pollRuns, extent);
	if (runs > 0) await soakProperties(sandbox);
	await sandbox.stop();
	finish();
}

void soak();
