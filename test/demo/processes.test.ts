import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const file = (name: string) => path.join(__dirname, '../../demo', name);

/** A program that starts another one, which tells its number and goes on for ever. */
const program = `
	import { main } from ${JSON.stringify(file('main.mjs'))};
	import { runShown } from ${JSON.stringify(file('processes.mjs'))};
	const child = 'console.log(process.pid); setInterval(() => {}, 1000)';
	await main(async () => await runShown(process.execPath, ['-e', child]));
`;

it('leaves nothing running when it is told to end', async () => {
	const parent = spawn(process.execPath, ['--input-type=module', '-e', program]);
	const [told] = (await once(parent.stdout, 'data')) as [Buffer];
	const started = Number(String(told));
	expect(process.kill(started, 0)).toBe(true);
	parent.kill('SIGTERM');
	const [code] = (await once(parent, 'exit')) as [number];
	expect(code).toBe(143);
	expect(() => process.kill(started, 0)).toThrow('ESRCH');
});
