import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readExamples } from './examples.mjs';
import { installN8n, version } from './installN8n.mjs';
import { startModel } from './model.mjs';
import { installPack, startN8n } from './n8n.mjs';
import { npm } from './npm.mjs';
import { step } from './progress.mjs';
import { startSandbox } from './sandbox.mjs';
import { root, setUp } from './setup.mjs';

/** Builds and packs the pack, and installs it from the tarball into a fresh n8n user folder. */
async function install(home) {
	await npm(['run', 'build'], { cwd: root });
	const folder = await mkdtemp(path.join(tmpdir(), 'messaging-pack-'));
	try {
		await npm(['pack', '--pack-destination', folder], { cwd: root });
		const [tarball] = await readdir(folder);
		await installPack(home, path.join(folder, tarball));
	} finally {
		await rm(folder, { recursive: true });
	}
}

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

/** Everything up to a running n8n that holds the pack and an owner, beside the sandbox. */
export async function bringUp(name, port) {
	await setUp();
	const n8nFolder = await installN8n();
	const folder = path.join(root, '.cache', 'demo', name);
	const home = path.join(folder, 'home');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await step('Building, packing and installing the pack', () => install(home));
	const sandbox = await step('Starting the sandbox', () => startSandbox(folder));
	const n8n = await step(`Starting n8n ${version}`, () => startN8n(n8nFolder, home, port, folder));
	return { n8n, sandbox };
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
