import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { bringUp } from '../../../demo/bringUp.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { root } from '../../../demo/setup.mjs';
import { startBrowser } from './browser.mjs';
import { createCredentials } from '../workflows.mjs';
import { asStranger, withCredentials } from './scenarios/index.mjs';

/** What a person sees of the nodes in n8n's editor, and does there. */
async function run({ line, report, chosen }) {
	const pictures = path.join(root, '.cache', 'e2e', 'editor', line);
	await rm(pictures, { recursive: true, force: true });
	await mkdir(pictures, { recursive: true });
	const demo = await bringUp('e2e-editor', await freePort(), { line });
	const browser = await startBrowser(demo.n8n.url, pictures);
	const isChosen = ({ name }) => chosen.length === 0 || chosen.includes(name);
	const runAll = async (some) => {
		for (const { name, trial } of some.filter(isChosen)) {
			await report.run(name, () => trial({ ...demo, open: browser.open }));
		}
	};
	await runAll(asStranger);
	await createCredentials(demo);
	await runAll(withCredentials);
	await browser.close();
	await demo.end();
	console.log(`Pictures of what was seen are in ${pictures}`);
}

export const suite = {
	name: 'editor',
	names: [...asStranger, ...withCredentials].map(({ name }) => name),
	lines: ['2.41'],
	run,
};
