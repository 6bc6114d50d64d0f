import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { readExamples } from './examples.mjs';
import { installN8n, lines, versionOf } from './installN8n.mjs';
import { startModel } from './model.mjs';
import { installPack, startN8n } from './n8n.mjs';
import { packed } from './pack.mjs';
import { step } from './progress.mjs';
import { startSandbox } from './sandbox.mjs';
import { root, setUp } from './setup.mjs';

/** Credentials with the names that n8n itself would propose; the examples refer to them so. */
async function createCredentials(rest, credentials, examples) {
	const wanted = examples.flatMap(({ workflow }) =>
		workflow.nodes.flatMap(({ credentials: used }) => Object.entries(used ?? {})),
	);
	const names = new Map(wanted.map(([type, { name }]) => [type, name]));
	for (const [type, name] of names) {
		await rest.createCredential(name, type, credentials[type.replace(/Api$/, '')]);
	}
}

/**
 * Everything up to a running n8n that holds the pack and an owner, beside the sandbox. `end` ends
 * both.
 *
 * @param name of the folder for n8n's user folder and the logs
 * @param environment settings of n8n besides the usual ones
 * @param services starts the sandbox
 * @param isBare leaves the pack away
 */
export async function bringUp(
	name,
	port,
	{ line = lines[0], environment, services = startSandbox, isBare = false } = {},
) {
	await setUp();
	const n8nFolder = await installN8n(line);
	const folder = path.join(root, '.cache', 'demo', name);
	const home = path.join(folder, 'home');
	await rm(folder, { recursive: true, force: true });
	await mkdir(home, { recursive: true });
	await step(`Building and packing the pack${isBare ? '' : ', and installing it'}`, async () => {
		const tarball = await packed();
		if (!isBare) await installPack(home, tarball);
	});
	const sandbox = await step('Starting the sandbox', () => services(folder));
	const n8n = await step(`Starting n8n ${versionOf(line)}`, () =>
		startN8n({ line, folder: n8nFolder, home, port, logs: folder, environment }),
	);
	const end = async () => void (await Promise.all([n8n.stop(), sandbox.stop()]));
	return { n8n, sandbox, end };
}

/** Creates the credentials and the example workflows, none of them active yet. */
export async function createExamples({ n8n, sandbox }) {
	const examples = await readExamples();
	await step('Creating the credentials and the example workflows', async () => {
		const credentials = { ...sandbox.credentials, openAi: await startModel() };
		await createCredentials(n8n.rest, credentials, examples);
		for (const example of examples) {
			example.created = await n8n.rest.createWorkflow(example.workflow);
		}
	});
	return examples;
}
