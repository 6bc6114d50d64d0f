import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { step } from './progress.mjs';

/** The holder of a lock touches it this often; a lock left untouched for longer has no holder. */
const touched = 2_000;
const abandoned = 20_000;

async function take(lock) {
	try {
		await mkdir(lock);
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		const age = await stat(lock).then(
			({ mtimeMs }) => Date.now() - mtimeMs,
			() => 0,
		);
		if (age > abandoned) await rm(lock, { recursive: true, force: true });
		return false;
	}
}

/** Does the work while no other process does it; `waiting` is shown as long as one does. */
export async function alone(lock, waiting, work) {
	if (!(await take(lock))) {
		await step(waiting, async () => {
			while (!(await take(lock))) await sleep(500);
		});
	}
	const touch = setInterval(() => {
		const now = new Date();
		utimes(lock, now, now).catch(() => {});
	}, touched);
	try {
		return await work();
	} finally {
		clearInterval(touch);
		await rm(lock, { recursive: true, force: true });
	}
}
