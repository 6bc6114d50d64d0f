import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { bringUp } from '../../../demo/bringUp.mjs';
import { eventually } from '../../../demo/eventually.mjs';
import { packed } from '../../../demo/pack.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { root } from '../../../demo/setup.mjs';
import { chain, createCredentials, credentialOf, node, packType, workflow } from '../workflows.mjs';
import { packOlder, readPackage } from './older.mjs';
import { startRegistry } from './registry.mjs';

const olderVersion = '0.0.9';
const community = '/community-packages';

/** What n8n says of its database when the computer is busy. */
const ofBusyComputer = /^Database (ping failed|is not ready|connection recovered)/;

/** Lines of the log, without the numbers and IDs that differ from start to start. */
const linesOf = (text) =>
	text.split('\n').flatMap((line) => line.replace(/\([\w-]+\)|\d+/g, '').trim() || []);

/** Names of the files below `dist` that package.json lists, as types in n8n. */
const typesIn = (files, prefix = '') =>
	files.map((file) => {
		const [name] = path.basename(file).split('.');
		return prefix + name[0].toLowerCase() + name.slice(1);
	});

/** The whole life of the package in one n8n, as a person has it on the Community Nodes page. */
class Life {
	constructor(demo, registry, packageJson) {
		Object.assign(this, demo, { registry, packageJson, name: packageJson.name });
		this.bare = new Set(linesOf(this.#log()));
	}

	#log = () => readFileSync(this.n8n.log, 'utf8');

	/** Restarts n8n; gives what it says that it did not say before it had the package. */
	async restart() {
		await this.n8n.stop();
		const before = this.#log().length;
		await this.n8n.start();
		const isReady = () => this.#log().slice(before).includes('Editor is now accessible');
		await eventually('n8n says that it is ready', isReady);
		const lines = linesOf(this.#log().slice(before));
		return lines.filter((line) => !this.bare.has(line) && !ofBusyComputer.test(line));
	}

	installed = async () => await this.n8n.rest.call('GET', community);

	/** The names of the package's node and credential types in n8n, those for agents aside. */
	async types() {
		const [nodes, credentials] = await Promise.all([
			this.n8n.rest.nodeTypes(),
			this.n8n.rest.credentialTypes(),
		]);
		const own = nodes.map(({ name }) => name).filter((name) => name.startsWith(`${this.name}.`));
		const files = this.packageJson.n8n.credentials;
		const known = new Set(credentials.map(({ name }) => name));
		return {
			nodes: own.filter((name) => !name.endsWith('Tool')).sort(),
			credentials: typesIn(files).filter((name) => known.has(name)).sort(),
		};
	}

	async expectAllTypes() {
		const { nodes, credentials } = this.packageJson.n8n;
		assert.deepEqual(await this.types(), {
			nodes: typesIn(nodes, `${this.name}.`).sort(),
			credentials: typesIn(credentials).sort(),
		});
	}

	/** Runs the workflow that was saved with the older version. */
	async expectToRun() {
		await this.sandbox.reset();
		const { status, error } = await this.n8n.rest.run(this.saved, 'Start');
		assert.equal(status, 'success', error?.message);
		const sent = await this.sandbox.deliveries();
		assert.deepEqual(sent.map(({ text }) => text), ['Saved long ago']);
	}

	async upgrade() {
		const { packageJson, tarball } = await packOlder(olderVersion);
		this.registry.publish(packageJson, tarball);
		const first = await this.n8n.rest.call('POST', community, { name: this.name });
		console.log(`Installed ${first.packageName} ${first.installedVersion}`);
		assert.equal(first.installedVersion, olderVersion);
		await createCredentials(this);
		const parameters = {
			resource: 'message',
			operation: 'send',
			sendTo: 'phoneNumber',
			phoneNumber: '+12025550110',
			template: 'Saved long ago',
		};
		const credentials = credentialOf('sakari');
		const send = node('Send', packType('sakari'), parameters, { credentials });
		const start = node('Start', 'n8n-nodes-base.manualTrigger');
		this.saved = await this.n8n.rest.createWorkflow(
			workflow('Saved', [start, send], chain('Start', 'Send')),
		);
		await this.expectToRun();

		const { version } = this.packageJson;
		this.registry.publish(this.packageJson, await packed());
		const [{ updateAvailable }] = await this.installed();
		const second = await this.n8n.rest.call('PATCH', community, { name: this.name, version });
		console.log(`Update ${updateAvailable} was offered; updated to ${second.installedVersion}`);
		assert.deepEqual([updateAvailable, second.installedVersion], [version, version]);
		await this.expectToRun();
	}

	async load() {
		assert.deepEqual(await this.restart(), []);
		await this.expectAllTypes();
		const [{ installedNodes, failedLoading }] = await this.installed();
		assert.equal(installedNodes.length, this.packageJson.n8n.nodes.length);
		assert.ok(!failedLoading);
		await this.expectToRun();
		const { nodes, credentials } = await this.types();
		console.log(`n8n says nothing of it, and lists\n  ${[...nodes, ...credentials].join('\n  ')}`);
	}

	async uninstall() {
		const start = node('Start', 'n8n-nodes-base.manualTrigger');
		const other = await this.n8n.rest.createWorkflow(workflow('Other', [start]));
		await this.n8n.rest.call('DELETE', `${community}?name=${this.name}`);
		const nothing = { nodes: [], credentials: [] };
		assert.deepEqual(await this.types(), nothing);
		assert.deepEqual(await this.restart(), []);
		assert.deepEqual(await this.types(), nothing);
		assert.deepEqual(await this.installed(), []);
		const folder = path.join(this.n8n.home, '.n8n', 'nodes', 'node_modules', this.name);
		assert.equal(existsSync(folder), false);
		assert.equal((await this.n8n.rest.run(other, 'Start')).status, 'success');
		console.log('Nothing of it is left, and other workflows run');
	}
}

/** The package is installed, updated and removed on n8n's Community Nodes page. */
export const suite = {
	name: 'install',
	lines: ['2.41', '1.123'],
	async run({ line, report }) {
		const folder = path.join(root, '.cache', 'demo', 'e2e', `registry-${line}`);
		const registry = await startRegistry(folder);
		const { environment } = registry;
		const port = await freePort();
		const demo = await bringUp(`e2e/install-${line}`, port, { line, environment, isBare: true });
		try {
			registry.tellNpmIn(path.join(demo.n8n.home, '.n8n', 'nodes'));
			const life = new Life(demo, registry, await readPackage());
			for (const stage of ['upgrade', 'load', 'uninstall']) {
				await report.run(stage, async () => await life[stage]());
			}
		} finally {
			await demo.end();
			registry.stop();
		}
	},
};
