import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const file = (name: string) => path.join(__dirname, '../../demo', name);

/** A program that starts two others, one after the other, each of which tells its number and goes on for ever. */
const program = `
	import { main } from ${JSON.stringify(file('main.mjs'))};
	import { runShown } from ${JSON.stringify(file('processes.mjs'))};
	const child = 'console.log(process.pid); setInterval(() => {}, 1000)';
	const run = async () => await runShown(process.execPath, ['-e', child]);
	await main(async () => (await run()) + (await run()));
`;

const isRunning = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

it('leaves nothing running, and starts nothing more, when it is told to end', async () => {
	const parent = spawn(process.execPath, ['--input-type=module', '-e', program]);
	let output = '';
	parent.stdout.on('data', (text) => (output += String(text)));
	const started = () => (output.match(/^\d+$/gm) ?? []).map(Number);
	try {
		await once(parent.stdout, 'data');
		expect(started().map(isRunning)).toEqual([true]);
		parent.kill('SIGTERM');
		const [code] = (await once(parent, 'exit')) as [number];
		expect(code).toBe(143);
		await sleep(500);
		expect(started().map(isRunning)).toEqual([false]);
	} finally {
		for (const pid of started().filter(isRunning)) process.kill(pid);
	}
});
