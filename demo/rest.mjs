import { setTimeout as sleep } from 'node:timers/promises';

import { call } from './call.mjs';
import { eventually } from './eventually.mjs';

const minute = 60_000;

/** The calls of n8n's editor that the demo and the end-to-end tests need, made as the owner. */
class Rest {
	#url;
	#cookie = '';

	constructor(url) {
		this.#url = url;
	}

	/** A file of JSON that n8n makes for its editor; while it does so, a page comes instead. */
	async file(path) {
		return await eventually(`n8n has made ${path}`, async () => {
			const answer = await call('GET', this.#url + path, undefined, { cookie: this.#cookie });
			const text = await answer.text();
			return text.startsWith('[') && JSON.parse(text);
		});
	}

	async call(method, path, body) {
		const answer = await call(method, `${this.#url}/rest${path}`, body, { cookie: this.#cookie });
		const { data, message } = await answer.json();
		if (!answer.ok)
			throw new Error(`n8n answers ${answer.status} to ${method} ${path}: ${message}`);
		for (const cookie of answer.headers.getSetCookie()) [this.#cookie] = cookie.split(';');
		return data;
	}

	/** Creates the owner of a fresh n8n, and stays logged in. */
	async logIn(owner) {
		await this.call('POST', '/owner/setup', owner);
	}

	async createCredential(name, type, data) {
		await this.call('POST', '/credentials', { name, type, data });
	}

	/** Descriptions of all node types that n8n has loaded, as its editor gets them. */
	async nodeTypes() {
		return await this.file('/types/nodes.json');
	}

	async credentialTypes() {
		return await this.file('/types/credentials.json');
	}

	/** Creates a workflow; n8n links its credentials by their names. */
	async createWorkflow(workflow) {
		return await this.call('POST', '/workflows', workflow);
	}

	/** Activates a workflow, and waits until its triggers are registered: n8n does that afterwards. */
	async activate({ id, versionId }) {
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
		await this.until(id, 'published');
	}

	/** Deactivates a workflow, and waits until nothing of its triggers is left. */
	async deactivate({ id }) {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
		await this.until(id, 'not_published');
	}

	/** Makes a workflow, which starts with no trigger of its own, one that n8n itself may run. */
	async publish(workflow) {
		await this.activate(workflow);
	}

	async until(id, wanted) {
		await eventually(`the workflow is ${wanted}`, async () => {
			const { status, triggers } = await this.call('GET', `/workflows/${id}/publication-status`);
			if (status !== 'failed' && status !== 'partial') return status === wanted;
			const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new Error(`The workflow is ${status}: ${reasons.join(', ')}`);
		});
	}

	/** Runs a workflow by hand from its trigger. Without an ID the run waits for what the trigger awaits. */
	async runByHand(id, triggerName, more = {}) {
		const start = { ...more, triggerToStartFrom: { name: triggerName } };
		return await this.call('POST', `/workflows/${id}/run`, start);
	}

	/** Runs a workflow as if its trigger had fired, and waits for the end. */
	async run({ id }, triggerName) {
		const { executionId } = await this.runByHand(id, triggerName);
		return await this.ended(executionId);
	}

	/** Has the trigger wait for a test event, as the editor does. */
	async listen({ id }, triggerName) {
		const { waitingForWebhook } = await this.runByHand(id, triggerName);
		if (!waitingForWebhook) throw new Error(`"${triggerName}" waits for no test event`);
	}

	async stopListening({ id }) {
		await this.call('DELETE', `/test-webhook/${id}`);
	}

	/** The executions of a workflow: their IDs, and how they came about. */
	async executions({ id }) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await this.call('GET', `/executions?limit=100&filter=${filter}`);
		return results;
	}

	/**
	 * The first execution that a workflow is started with, at its end or where it waits. Triggers that
	 * poll do so each minute at most.
	 */
	async first(workflow) {
		const latest = async () => (await this.executions(workflow))[0];
		const { id } = await eventually('something has started the workflow', latest, 2 * minute);
		return await this.#after(id, ['new', 'running']);
	}

	/** Runs a failed execution again from the node that failed, as n8n's list offers it. */
	async retry(executionId) {
		await this.call('POST', `/executions/${executionId}/retry`, { loadWorkflow: false });
	}

	/** An execution at its end. */
	async ended(executionId) {
		return await this.#after(executionId, ['new', 'running', 'waiting']);
	}

	/** An execution once its status is no longer one of these: its status, and what every node did. */
	async #after(id, statuses) {
		for (;;) {
			const { status, data } = await this.call('GET', `/executions/${id}`);
			// n8n 1.123 tells the status some time before it has kept what the nodes did
			const { resultData } = unflatten(data) ?? {};
			if (!statuses.includes(status) && resultData) return { id, status, ...resultData };
			await sleep(200);
		}
	}
}

/** What is different on the line 1.123. */
class OlderRest extends Rest {
	/** There credentials are linked only in a workflow that names its project. */
	async createWorkflow(workflow) {
		const { id } = await this.call('GET', '/projects/personal');
		return await super.createWorkflow({ ...workflow, active: false, projectId: id });
	}

	/** There n8n runs it as it is. */
	async publish() {}

	/** There n8n answers only once the triggers are registered, or nothing of them is left. */
	async until() {}

	/** There the run is of the workflow that comes with the call. */
	async runByHand(id, triggerName) {
		const workflowData = await this.call('GET', `/workflows/${id}`);
		return await super.runByHand(id, triggerName, { workflowData });
	}
}

/** The calls as a line of n8n takes them. */
export const restOf = (line, url) => new (line === '1.123' ? OlderRest : Rest)(url);

/** Undoes n8n's storage form: a list in which every string inside a value is a place in the list. */
function unflatten(text) {
	const places = JSON.parse(text);
	const known = new Map();
	const resolve = (value) => (typeof value === 'string' ? at(Number(value)) : value);
	function at(place) {
		if (known.has(place)) return known.get(place);
		const value = places[place];
		if (typeof value !== 'object' || value === null) return value;
		const whole = Array.isArray(value) ? [] : {};
		known.set(place, whole);
		for (const [key, part] of Object.entries(value)) whole[key] = resolve(part);
		return whole;
	}
	return at(0);
}
