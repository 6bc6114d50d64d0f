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

/**
 * `npm run soak`: the long runs of what `npm test` does shortly. Prints tables, writes the numbers to
 * `results.json`, and ends with 1 when a number that must be 0 is not.
 *
 * SOAK_SEED repeats a run; SOAK_SENDS and SOAK_RUNS make it shorter.
 */
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);
const sends = Number(process.env.SOAK_SENDS ?? 10_000);
const runs = Number(process.env.SOAK_RUNS ?? 1000);

const longestMinutes = 45;
const resultsFile = path.join(__dirname, 'results.json');

const results: Record<string, number> = { seed };

/** Endings of the names of numbers that must be 0. */
const mustBeZero = /\.(silent|sent_twice|denied_although_sent|violated)$/;

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

function row(name: string, cells: unknown[]): string {
	const padded = cells.map((cell, place) => String(cell).padStart(columns[place]?.length ?? 8));
	return [name.padEnd(18), ...padded].join('  ');
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
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			print(row(name, [...columns.map((column) => numbers[column]), seconds.padStart(7)]));
		}
	}
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
	await soakAllSends(sandbox);
	print();
	quicken(20);
	await soakProperties(sandbox);
	await sandbox.stop();
	finish();
}

void soak();
