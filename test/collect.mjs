import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { require as requireTypeScript } from 'tsx/cjs/api';

import { main } from '../demo/main.mjs';
import { run } from '../demo/processes.mjs';
import { step } from '../demo/progress.mjs';
import { Sentence } from '../demo/sentence.mjs';
import { root, setUp } from '../demo/setup.mjs';

/**
 * `npm run operations` runs the tests of operations, triggers and lists, and shows what each of them
 * has sent. `npm run schemas` runs those of operations and of what triggers give, and writes the
 * schemas of what they gave.
 */
const [what] = process.argv.slice(2);
const bin = path.join(root, 'node_modules', '.bin');
const environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };

const must = async (title, command, parameters, more = {}) => {
	const work = () => run(command, parameters, { cwd: root, env: { ...environment, ...more } });
	const { code, output } = await step(title, work);
	if (code !== 0) throw new Sentence(`${title}: did not succeed.\n\n${output}`);
};

const folder = mkdtempSync(path.join(tmpdir(), 'messaging-pack-records-'));

const collect = async (...tests) =>
	await must('Running the tests', 'jest', ['--silent', ...tests], { MESSAGING_PACK_RECORD: folder });

await main(async () => {
	try {
		await setUp();
		await must('Building the package', 'gulp', ['build']);
		const { operationTable, schemas } = requireTypeScript('./report.ts', import.meta.url);
		if (what === 'schemas') {
			await collect('test/operations/', 'test/triggers/outputs');
			console.log(`Wrote ${await schemas(folder)} schemas`);
			return 0;
		}
		await collect('test/operations/', 'test/triggers/', 'test/engine/pickers');
		const table = await operationTable(folder);
		console.log(['', ...table.lines(), '', ...table.summary()].join('\n'));
		return table.missed().length > 0 ? 1 : 0;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
