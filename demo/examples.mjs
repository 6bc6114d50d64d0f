import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from './setup.mjs';

const folder = path.join(root, 'examples');

/**
 * All example workflows: the file's name, the workflow, and its trigger. The trigger gets the ID of
 * its address, as n8n's editor gives it one: the files have none, for it is to be a secret.
 */
export async function readExamples() {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => {
			const workflow = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
			const trigger = workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
			trigger.webhookId = randomUUID();
			return { file, workflow, trigger };
		}),
	);
}
