import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { killOne, launch, stopOne } from './processes.mjs';
import { Sentence } from './sentence.mjs';

/** A service that does not answer after this long, in milliseconds, will not. */
const patience = 180_000;

/** Whether JSON comes from there; n8n answers with a page of its own until it is ready. */
async function answers(url) {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		await answer.json();
		return answer.ok;
	} catch {
		return false;
	}
}

/**
 * Starts a program that goes on running and adds to a log file; returns once `ready` answers.
 * `ended` resolves with a sentence when the program ends, `stop` ends it, within the milliseconds it
 * is given, `kill` at once.
 */
export async function startService(name, [command, ...args], { cwd, env, log, ready }) {
	const file = openSync(log, 'a');
	const child = launch(command, args, { cwd, env, stdio: ['ignore', file, file] });
	closeSync(file);
	let over;
	const ended = new Promise((resolve) => {
		for (const event of ['error', 'exit']) {
			child.on(event, () => {
				over = `${name} has ended by itself; its last words, from ${log}:\n${readFileSync(log, 'utf8').slice(-1_500)}`;
				resolve(over);
			});
		}
	});
	const deadline = Date.now() + patience;
	while (!(await answers(ready))) {
		if (over) throw new Sentence(over);
		if (Date.now() > deadline) {
			throw new Sentence(`${name} does not answer at ${ready}; what it said is in ${log}.`);
		}
		await sleep(200);
	}
	return { ended, stop: (grace) => stopOne(child, grace), kill: () => killOne(child) };
}
