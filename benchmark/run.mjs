import { readFileSync } from 'node:fs';
import path from 'node:path';

import { main } from '../demo/main.mjs';
import { installPackages } from '../demo/npm.mjs';
import { runShown } from '../demo/processes.mjs';
import { step } from '../demo/progress.mjs';
import { Sentence } from '../demo/sentence.mjs';
import { root, setUp } from '../demo/setup.mjs';

/** `npm run bench`: installs what is missing, builds the package and measures it. */
const folder = path.join(root, 'benchmark');
const bin = path.join(root, 'node_modules', '.bin');
const environment = {
	...process.env,
	N8N_LOG_LEVEL: 'silent',
	PATH: `${bin}${path.delimiter}${process.env.PATH}`,
};

const run = async (command, parameters) =>
	await runShown(command, parameters, { cwd: root, env: environment });

const versionsIn = (file) => {
	try {
		const { packages } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
		return packages['node_modules/n8n-nodes-base'].version;
	} catch {
		return undefined;
	}
};

await main(async () => {
	await setUp();
	if (versionsIn('node_modules/.package-lock.json') !== versionsIn('package-lock.json')) {
		await step("Installing n8n's own nodes, to compare with", () => installPackages(folder));
	}
	const built = await run('gulp', ['build']);
	if (built !== 0) throw new Sentence('The package does not build: see above.');
	const file = path.join(folder, 'main.ts');
	return await run('node', ['--import', 'tsx', file, ...process.argv.slice(2)]);
});
