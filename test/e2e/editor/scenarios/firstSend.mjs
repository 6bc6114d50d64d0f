import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { installPack } from '../../../../demo/n8n.mjs';
import { packed } from '../../../../demo/pack.mjs';

/** Counts what a person has to do, and how long n8n takes over it. */
class Way {
	#steps = [];

	async step(what, work) {
		const began = Date.now();
		const done = { clicks: 0, texts: 0, commands: 0 };
		await work(done);
		this.#steps.push({ what, ...done, seconds: (Date.now() - began) / 1000 });
	}

	#sum = (name) => this.#steps.reduce((sum, step) => sum + step[name], 0);

	toString() {
		const lines = this.#steps.map(
			({ what, commands, clicks, texts, seconds }, index) =>
				`  ${index + 1}. ${what}: ${[
					[commands, 'commands'],
					[clicks, 'clicks'],
					[texts, 'texts'],
				]
					.filter(([count]) => count > 0)
					.map(([count, name]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`)
					.join(', ')}, ${seconds.toFixed(1)} s`,
		);
		const sums = ['commands', 'clicks', 'texts'].map((name) => `${this.#sum(name)} ${name}`);
		return [
			"A stranger's way to the first message sent:",
			...lines,
			`  ${this.#steps.length} steps, ${sums.join(', ')}, ${this.#sum('seconds').toFixed(0)} s without thinking and typing`,
		].join('\n');
	}
}

const text = 'Hello from n8n';

/** From an n8n without the package to the first SMS, as somebody goes who sees it for the first time. */
export const firstSend = {
	name: 'first send',
	async trial({ n8n, sandbox, open }) {
		const tarball = await packed();
		const way = new Way();
		await rm(path.join(n8n.home, '.n8n', 'nodes'), { recursive: true });
		await n8n.stop();
		await n8n.start();
		await way.step('Install the package (npm install)', async (done) => {
			await installPack(n8n.home, tarball);
			done.commands += 1;
		});
		await way.step('Restart n8n', async (done) => {
			await n8n.stop();
			await n8n.start();
			done.commands += 1;
		});
		const editor = await open();
		await way.step('Open a new workflow', async (done) => {
			await editor.newWorkflow();
			done.clicks += 1;
		});
		await way.step('Look for "sms"', async (done) => {
			await editor.openNodes();
			await editor.search('sms');
			done.clicks += 1;
			done.texts += 1;
		});
		await way.step('Choose Sakari, Send a message', async (done) => {
			await editor.openFound('Sakari');
			await editor.addAction('Send a message');
			done.clicks += 3;
		});
		await editor.picture('first-send-panel');
		await way.step('Enter the credential', async (done) => {
			const { accountId, clientId, clientSecret, baseUrl } = sandbox.credentials.sakari;
			await editor.connect();
			await editor.fillCredential({ accountId, clientId, clientSecret });
			done.texts += 3;
			// Only here: a stranger leaves the address of the real service as it is
			await editor.fillCredential({ baseUrl });
			await editor.picture('first-send-credential');
			await editor.saveCredential();
			done.clicks += 2;
		});
		await way.step('Write number and message', async (done) => {
			await editor.fill('phoneNumber', '+12025550143');
			await editor.fill('template', text);
			done.texts += 2;
		});
		await way.step('Execute step', async (done) => {
			const output = await editor.execute();
			assert.match(output, /1 item/);
			done.clicks += 1;
		});
		await editor.picture('first-send-sent');
		await editor.close();
		const sent = (await sandbox.deliveries()).filter((delivery) => delivery.text === text);
		assert.equal(sent.length, 1, 'the message is sent once');
		console.log(`${way}`);
	},
};
