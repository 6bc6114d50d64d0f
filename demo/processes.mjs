import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { Sentence } from './sentence.mjs';

/** Leaders of the process groups that are running, with the milliseconds each may take to end. */
const groups = new Map();

/** Services close their databases; programs that leave something half done start over next time. */
const serviceGrace = 10_000;
const programGrace = 1_000;

/**
 * Starts a program as the leader of a process group of its own, so that Ctrl-C reaches only this
 * program, which then ends the groups in order. Throws when this program was told to end.
 */
export function launch(command, args, options, grace = serviceGrace) {
	if (stopping) throw new Sentence(`${command} is not started any more: everything ends.`);
	const child = spawn(command, args, { ...options, detached: true });
	groups.set(child, grace);
	child.on('error', () => groups.delete(child));
	return child;
}

/** Waits until a program has ended. Gives its exit code; throws when there is no such program. */
async function endOf(child) {
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			groups.delete(child);
			resolve(code);
		});
	});
}

/**
 * Runs a program to its end. Gives its exit code and what it wrote to both streams together; throws
 * when there is no such program.
 */
export async function run(command, args, options) {
	const stdio = ['ignore', 'pipe', 'pipe'];
	const child = launch(command, args, { ...options, stdio }, programGrace);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (output += text));
	}
	const code = await endOf(child);
	return { code, output };
}

/** The same for a program that writes to this one's streams. Gives its exit code; 1 when it was killed. */
export async function runShown(command, args, options) {
	const stdio = ['ignore', 'inherit', 'inherit'];
	return (await endOf(launch(command, args, { ...options, stdio }, programGrace))) ?? 1;
}

/** Signals a group; 0 only asks. Gives whether a member is left: the leader may go before the others. */
function signal(child, name) {
	try {
		process.kill(-child.pid, name);
		return true;
	} catch {
		return false;
	}
}

async function isGone(child, within) {
	const deadline = Date.now() + within;
	while (signal(child, 0)) {
		if (Date.now() > deadline) return false;
		await sleep(50);
	}
	return true;
}

/** Ends one program that was launched, and what it has started, in the middle of whatever it does. */
export async function killOne(child) {
	signal(child, 'SIGKILL');
	// In a container nobody may be there to bury an orphan, which then counts as a member for ever.
	await isGone(child, programGrace);
	groups.delete(child);
}

/** Ends one program that was launched, and what it has started. */
export async function stopOne(child, grace = groups.get(child)) {
	signal(child, 'SIGTERM');
	if (await isGone(child, grace)) groups.delete(child);
	else await killOne(child);
}

/** Ends everything that was launched, and returns when it is gone. */
export async function stopAll() {
	await Promise.all([...groups].map(([child, grace]) => stopOne(child, grace)));
}

let stopping = false;

/** Whether this program was told to end; what ends from then on does so because it was stopped. */
export const isStopping = () => stopping;

/** npm's shell may be ended without a word to this program. */
function onceOrphaned(act) {
	const parent = process.ppid;
	if (!process.env.npm_lifecycle_event) return;
	setInterval(() => process.ppid !== parent && act(), 500).unref();
}

/** Ends everything that was launched when this program is told to end. A second Ctrl-C does not wait. */
export function stopOnSignals() {
	const stop = async (name) => {
		if (stopping) {
			for (const child of groups.keys()) signal(child, 'SIGKILL');
			return;
		}
		stopping = true;
		console.log('\nStopping …');
		await stopAll();
		process.exit(128 + constants.signals[name]);
	};
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
	onceOrphaned(() => stopping || stop('SIGTERM'));
}
