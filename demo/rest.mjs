import { setTimeout as sleep } from 'node:timers/promises';

/** The calls of n8n's editor that the demo needs, made as the owner. */
export class Rest {
	#url;
	#cookie = '';

	constructor(url) {
		this.#url = `${url}/rest`;
	}

	async #call(method, path, body) {
		const answer = await fetch(this.#url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.#cookie },
			body: body && JSON.stringify(body),
		});
		const { data, message } = await answer.json();
		if (!answer.ok)
			throw new Error(`n8n answers ${answer.status} to ${method} ${path}: ${message}`);
		for (const cookie of answer.headers.getSetCookie()) [this.#cookie] = cookie.split(';');
		return data;
	}

	/** Creates the owner of a fresh n8n, and stays logged in. */
	async logIn(owner) {
		await this.#call('POST', '/owner/setup', owner);
	}

	async createCredential(name, type, data) {
		await this.#call('POST', '/credentials', { name, type, data });
	}

	/** Creates a workflow; n8n links its credentials by their names. */
	async createWorkflow(workflow) {
		return await this.#call('POST', '/workflows', workflow);
	}

	async activate({ id, versionId }) {
		await this.#call('POST', `/workflows/${id}/activate`, { versionId });
	}

	async deactivate({ id }) {
		await this.#call('POST', `/workflows/${id}/deactivate`, {});
	}

	/**
	 * Runs a workflow as if its trigger had fired, waits for the end, and gives the status and what
	 * every node did.
	 */
	async run({ id }, triggerName) {
		const start = { triggerToStartFrom: { name: triggerName } };
		const { executionId } = await this.#call('POST', `/workflows/${id}/run`, start);
		for (;;) {
			const { status, data } = await this.#call('GET', `/executions/${executionId}`);
			if (!['new', 'running', 'waiting'].includes(status)) {
				return { status, ...unflatten(data).resultData };
			}
			await sleep(200);
		}
	}
}

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
