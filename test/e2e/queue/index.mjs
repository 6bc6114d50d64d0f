import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { installN8n, versionOf } from '../../../demo/installN8n.mjs';
import { installPack } from '../../../demo/n8n.mjs';
import { packed } from '../../../demo/pack.mjs';
import { step } from '../../../demo/progress.mjs';
import { root, setUp } from '../../../demo/setup.mjs';
import { sandboxHere } from '../sandboxHere.mjs';
import { createCredentials } from '../workflows.mjs';
import { startCluster } from './cluster.mjs';
import { scenarios } from './scenarios/index.mjs';
import { startStores } from './stores.mjs';

/** Starts all that the scenarios need; `end` ends it, and is told to even when a start fails. */
async function bringUp(line, end) {
	await setUp();
	const n8nFolder = await installN8n(line);
	const folder = path.join(root, '.cache', 'demo', 'e2e', `queue-${line}`);
	const pack = path.join(folder, 'pack');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await step('Building, packing and installing the pack', async () => {
		await installPack(pack, await packed());
	});
	const stores = await step('Starting Redis and PostgreSQL', startStores);
	end.push(stores.stop);
	const sandbox = await step('Starting the sandbox', sandboxHere);
	end.push(sandbox.stop);
	const title = `Starting main, two workers and two webhook processes of n8n ${versionOf(line)}`;
	const cluster = await step(title, () => startCluster({ line, n8nFolder, folder, pack, stores }));
	end.push(cluster.stop);
	await createCredentials({ n8n: cluster, sandbox });
	return { ...cluster, n8nFolder, sandbox, stores };
}

/** Many processes of n8n beside each other, on Redis and PostgreSQL. */
export const suite = {
	name: 'queue',
	lines: ['2.41', '1.123'],
	names: Object.keys(scenarios),
	async run({ line, report, chosen }) {
		const end = [];
		try {
			const stack = await bringUp(line, end);
			for (const [key, { name, run }] of Object.entries(scenarios)) {
				if (chosen.length > 0 && !chosen.includes(key)) continue;
				stack.sandbox.reset();
				const say = (figures) => console.log(`    ${figures}`);
				await report.run(name, async () => await step(name, () => run({ ...stack, say })));
			}
		} finally {
			for (const stop of end.reverse()) await stop();
		}
	},
};
