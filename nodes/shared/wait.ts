import { sleep } from 'n8n-workflow';

/** Waits, but no longer than until the execution is cancelled. */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const until = Date.now() + milliseconds;
	const cancelled = new Promise<void>((resolve) => {
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});
	for (let left = milliseconds; left > 0 && !signal?.aborted; left = until - Date.now()) {
		await Promise.race([sleep(Math.min(left, 1000)), cancelled]);
	}
}
