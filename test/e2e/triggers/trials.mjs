import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { call } from '../../../demo/call.mjs';
import { eventually } from '../../../demo/eventually.mjs';

/** Name of the trigger in its workflow. */
const start = 'Start';

/** Every trial of polling asks at second 0 of each minute, the shortest interval that n8n allows. */
const everyMinute = { item: [{ mode: 'custom', cronExpression: '0 * * * * *' }] };
const minute = 60_000;

/** Milliseconds in which n8n does at once what it has to do, also where others keep the machine busy. */
const soon = 60_000;

/** What n8n may still do after it has answered or asked; milliseconds. */
const aftermath = 1_500;

/** A workflow that starts with one trigger, for one scenario. */
class Trial {
	/** Milliseconds. */
	took = 0;

	#count = 0;
	#known = new Map();

	constructor(trigger, { n8n, sandbox }, scenario) {
		Object.assign(this, { trigger, n8n, sandbox, scenario });
		this.webhookId = randomUUID();
	}

	async create() {
		const { service, node, parameters } = this.trigger;
		this.workflow = await this.n8n.rest.createWorkflow({
			name: `${this.trigger.name}: ${this.scenario}`,
			nodes: [
				{
					id: randomUUID(),
					name: start,
					type: `n8n-nodes-messaging-pack.${node}`,
					typeVersion: 1,
					position: [0, 0],
					webhookId: this.webhookId,
					parameters: { ...parameters, ...this.pollTimes },
					credentials: { [`${service}Api`]: { id: null, name: service } },
				},
			],
			connections: {},
			settings: { executionOrder: 'v1' },
		});
	}

	async activate() {
		await this.n8n.rest.activate(this.workflow);
	}

	async deactivate() {
		await this.n8n.rest.deactivate(this.workflow);
	}

	/** Leaves nothing active. */
	async end() {
		if (this.workflow) await this.deactivate();
	}

	/** Lets something happen at the service; gives the text that tells it from all else. */
	async happen() {
		this.#count += 1;
		const text = `${this.#addressee}${this.scenario} ${this.#count}`;
		await this.sandbox.happen(this.trigger.service, this.trigger.event(text));
		return text;
	}

	/** Beginning of the texts for this trigger: others of the same service get them as well. */
	get #addressee() {
		return `To ${this.trigger.name}: `;
	}

	/** The texts that executions were started with so far, by the active workflow or by hand. */
	async started(by = 'itself') {
		const executions = await this.n8n.rest.executions(this.workflow);
		const wanted = executions.filter(({ mode }) => (mode === 'manual') === (by === 'hand'));
		const texts = await Promise.all(wanted.map(async ({ id }) => await this.#textsOf(id)));
		const isForOther = (text) => text.startsWith('To ') && !text.startsWith(this.#addressee);
		return texts.flat().filter((text) => !isForOther(text)).sort();
	}

	async #textsOf(id) {
		if (!this.#known.has(id)) {
			const { status, runData } = await this.n8n.rest.ended(id);
			assert.equal(status, 'success');
			const items = runData[start][0].data.main[0];
			assert.ok(items.length > 0);
			this.#known.set(id, items.map(({ json }) => this.trigger.textOf(json)));
		}
		return this.#known.get(id);
	}

	/** Once all has come that can come, the workflow has been started by each of these texts once. */
	async wasStartedBy(...texts) {
		const hasEnough = async () => (await this.started()).length >= texts.length;
		await eventually(`${texts.length} have started the workflow`, hasEnough, this.patience);
		await this.rest();
		assert.deepEqual(await this.started(), texts.sort());
	}
}

/** A trigger that the service calls. */
class CalledTrial extends Trial {
	patience = soon;

	isOwn = (url) => url.includes(this.webhookId);

	/** The calls to this workflow that were taken. */
	async calls() {
		const all = await this.sandbox.callbacks();
		return all.filter(({ url, status }) => this.isOwn(url) && status === 200);
	}

	/** Waits until the service has made its calls, and what they start has started. */
	async rest() {
		const attempts = async () => (await this.sandbox.callbacks()).length;
		for (let before = -1, now = await attempts(); now > before; now = await attempts()) {
			before = now;
			await sleep(aftermath);
		}
	}

	/** All calls that were taken come again, at once. */
	async repeat() {
		const calls = await this.calls();
		assert.ok(calls.length > 0);
		const statuses = await Promise.all([...calls, ...calls].map(post));
		assert.deepEqual([...new Set(statuses)], [200]);
	}

	listen = async () => await this.n8n.rest.listen(this.workflow, start);

	stopListening = async () => await this.n8n.rest.stopListening(this.workflow);
}

/** A trigger that registers its address with the service. */
class RegisteredTrial extends CalledTrial {
	async create() {
		await super.create();
		this.webhooks = await this.trigger.webhooks(this.sandbox.credentials[this.trigger.service]);
	}

	/** The addresses that are registered for this workflow. */
	registered = async () => (await this.webhooks.list()).filter(this.isOwn);

	/** Waits until so many addresses are registered: n8n answers before it takes one away. */
	async hasRegistered(number) {
		const isSo = async () => (await this.registered()).length === number;
		await eventually(`${number} addresses of ${this.trigger.name} are registered`, isSo);
	}

	isAbsent = async () => await this.hasRegistered(0);

	async isPresent() {
		await this.hasRegistered(1);
		const [address] = await this.registered();
		assert.match(address, /[\da-f]{64}/, 'the address contains a secret');
	}
}

/** A trigger whose address somebody enters at the service. */
class EnteredTrial extends CalledTrial {
	address = (place) => `${this.n8n.url}/${place}/${this.webhookId}/webhook`;

	async activate() {
		await super.activate();
		const { name, service, entered } = this.trigger;
		const isAnswered = async () => {
			await this.sandbox.happen(service, entered(this.address('webhook')));
			await this.rest();
			return (await this.calls()).length > 0;
		};
		await eventually(`${name} has answered the first call at once`, isAnswered, this.patience);
	}

	/** The status that the service's first call is answered with. */
	#greet = async () => await post({ url: this.address('webhook'), ...this.trigger.greeting });

	isAbsent = async () => assert.equal(await this.#greet(), 404);

	isPresent = async () => assert.equal(await this.#greet(), 200);
}

/** A trigger that asks the service. */
class PollingTrial extends Trial {
	pollTimes = { pollTimes: everyMinute };
	patience = minute + soon;

	#polls = async () =>
		(await this.sandbox.requests()).filter(
			({ endpoint, status }) => endpoint === this.trigger.polls && status > 0,
		).length;

	async isAbsent() {
		const before = await this.#polls();
		if (before > 0) await sleep(minute - (Date.now() % minute) + aftermath);
		assert.equal(await this.#polls(), before);
	}

	isPresent = async () => assert.ok((await this.#polls()) > 0);

	/** All that has come has been started by the poll that saw it. */
	rest = async () => await sleep(aftermath);

	/** Everything is there to be read again at a further poll. */
	async repeat() {
		const before = await this.#polls();
		const isAsked = async () => (await this.#polls()) > before;
		await eventually(`${this.trigger.name} has asked once more`, isAsked, this.patience);
		await sleep(aftermath);
	}

	/** Fetches a sample, as the editor does. */
	runByHand = async () => await this.n8n.rest.run(this.workflow, start);
}

/** Makes a call; gives the status of its answer. */
export async function post({ url, headers, body }) {
	const answer = await call('POST', url, body, headers);
	await answer.arrayBuffer();
	return answer.status;
}

const kindOf = ({ polls, webhooks }) =>
	polls ? PollingTrial : webhooks ? RegisteredTrial : EnteredTrial;

export const trialOf = (trigger, demo, scenario) => new (kindOf(trigger))(trigger, demo, scenario);
