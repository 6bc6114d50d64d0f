import axios from 'axios';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const main = path.join(__dirname, '../../sandbox/main.ts');
const start = (...args: string[]) =>
	spawn(process.execPath, ['--import', require.resolve('tsx'), main, ...args]);

it('runs from the command line, and stops when it is told to', async () => {
	const child = start('--port', '0');
	const lines: string[] = [];
	for await (const line of createInterface(child.stdout)) {
		lines.push(line);
		if (line.startsWith('control')) break;
	}
	const address = /^paraTranz +(http\S+)$/m.exec(lines.join('\n'))?.[1] ?? '';
	const { status } = await axios.get(`${address}/mails`, { validateStatus: () => true });
	expect(status).toBe(401);
	child.kill('SIGTERM');
	expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says why it cannot start', async () => {
	const child = start('--port', '65536');
	const words: string[] = [];
	child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
	expect(await once(child, 'close')).toEqual([1, null]);
	expect(words.join('')).toContain('port');
});
