import assert from 'node:assert/strict';
import { require as requireTypeScript } from 'tsx/cjs/api';

import { bringUp } from '../../../demo/bringUp.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { step } from '../../../demo/progress.mjs';
import { asDemo } from '../sandboxHere.mjs';
import { createCredentials, packType } from '../workflows.mjs';
import { assembled, start } from './assemble.mjs';
import { judge } from './judge.mjs';

const services = ['paraTranz', 'smtpCom', 'iBiz', 'sakari', 'yandexMarket'];

/** Names of all operations that n8n shows for a node, such as `mail.send`. */
function operationsOf({ properties }) {
	const all = properties.filter(({ name }) => name === 'operation');
	return all.flatMap(({ options, displayOptions }) =>
		displayOptions.show.resource.flatMap((resource) =>
			options
				// n8n's own, for the HTTP Request node
				.filter(({ value }) => !value.startsWith('__'))
				.map(({ value }) => `${resource}.${value}`),
		),
	);
}

/** Creates the credentials that some proofs have instead of the usual one. */
async function createOwnCredentials(proofs, prepare, { n8n, sandbox }) {
	const own = proofs.filter(({ credentials }) => credentials);
	await prepare(own);
	for (const proof of own) {
		const { node, resource, operation } = proof;
		proof.credential = `${node} ${resource}.${operation}`;
		const data = proof.credentials(sandbox.own);
		await n8n.rest.createCredential(proof.credential, `${node}Api`, data);
	}
}

/** Runs all operations of a resource in one workflow. Gives their names. */
async function runResource(proofs, prepare, { n8n, sandbox }) {
	sandbox.reset();
	await prepare(proofs);
	const created = await n8n.rest.createWorkflow(assembled(proofs));
	const { runData, error } = await n8n.rest.run(created, start);
	assert.equal(error?.message, undefined);
	const faults = proofs.flatMap((proof, index) => judge(proof, index, runData, sandbox.requests));
	assert.deepEqual(faults, []);
	return proofs.map(({ resource, operation }) => `${resource}.${operation}`);
}

/** Proofs of a node, by resource. */
function byResource(proofs) {
	const resources = new Set(proofs.map(({ resource }) => resource));
	return [...resources].map((one) => proofs.filter(({ resource }) => resource === one));
}

/** Every operation of the action nodes, with the data that its proof in `test/operations` has. */
export const suite = {
	name: 'operations',
	lines: ['2.41', '1.123'],
	names: services,
	async run({ line, report, chosen }) {
		const load = () => requireTypeScript('./proofs.ts', import.meta.url);
		const { proofs, prepare, startShared } = await step('Reading the proofs of operations', load);
		const demo = await bringUp(`e2e/operations-${line}`, await freePort(), {
			line,
			services: async () => asDemo(await startShared()),
		});
		try {
			await createCredentials(demo);
			await createOwnCredentials(proofs, prepare, demo);
			const types = await demo.n8n.rest.nodeTypes();
			for (const service of services) {
				if (chosen.length > 0 && !chosen.includes(service)) continue;
				const shown = operationsOf(types.find(({ name }) => name === packType(service)));
				await report.run(`${service}, ${shown.length} operations`, async () => {
					const ran = [];
					for (const some of byResource(proofs.filter(({ node }) => node === service))) {
						ran.push(...(await runResource(some, prepare, demo)));
					}
					assert.deepEqual([...new Set(ran)].sort(), shown.sort());
				});
			}
		} finally {
			await demo.end();
		}
	},
};
