import { Worker } from 'node:worker_threads';

const mebibyte = 1024 * 1024;

/** Looks at the memory of the whole process, also while the main thread is busy. */
const watcher = `
	const { parentPort } = require('node:worker_threads');
	let most = 0;
	const look = () => { most = Math.max(most, process.memoryUsage.rss()); };
	const ticker = setInterval(look, 10);
	parentPort.once('message', () => {
		look();
		clearInterval(ticker);
		parentPort.postMessage(most);
	});
	parentPort.postMessage('ready');
`;

const message = async (worker: Worker) =>
	await new Promise<unknown>((resolve) => worker.once('message', resolve));

/**
 * Peak of the process's resident memory during a task, above what it was before.
 *
 * @returns mebibytes
 */
export async function peakOf(task: () => Promise<void>): Promise<number> {
	const worker = new Worker(watcher, { eval: true });
	await message(worker);
	global.gc!();
	const idle = process.memoryUsage.rss();
	const highest = process.resourceUsage().maxRSS;
	await task();
	worker.postMessage('stop');
	const seen = (await message(worker)) as number;
	// The system's own record is exact, where it is of this time
	const record = process.resourceUsage().maxRSS;
	const peak = record > highest ? record * 1024 : seen;
	return (peak - idle) / mebibyte;
}
