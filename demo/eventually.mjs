import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds, and gives what it gave.
 *
 * @param what a sentence that is true when it holds
 * @param holds gives something that counts as true when it holds
 * @param within milliseconds; what n8n and the services do at once takes less than is usual here
 */
export async function eventually(what, holds, within = 30_000) {
	const deadline = Date.now() + within;
	for (;;) {
		const given = await holds();
		if (given) return given;
		if (Date.now() > deadline) {
			throw new Error(`After ${within / 1000} s it is still not so: ${what}`);
		}
		await sleep(250);
	}
}
