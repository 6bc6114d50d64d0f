import path from 'node:path';

/**
 * n8n's editor in a window of the browser, used as a person uses it. What is clicked is found by
 * `data-test-id`, as n8n's own tests find it, and by what is to be read.
 */
export class Editor {
	#pictures;

	constructor(page, { theme, pictures }) {
		this.page = page;
		this.theme = theme;
		this.#pictures = pictures;
	}

	/** What a `data-test-id` names. */
	at(testId) {
		return this.page.getByTestId(testId);
	}

	/** Keeps a picture of what is shown. */
	async picture(name) {
		await this.settle();
		const file = path.join(this.#pictures, `${name}-${this.theme}.png`);
		await this.page.screenshot({ path: file, animations: 'disabled' });
	}

	/** Waits until nothing is being loaded. */
	async settle() {
		await this.page.waitForLoadState('networkidle');
		await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
	}

	async close() {
		await this.page.context().close();
	}

	/** Shows a workflow, or with a node's ID that node's panel. */
	async show({ id }, nodeId) {
		await this.page.goto(`/workflow/${id}${nodeId ? `/${nodeId}` : ''}`);
		await this.at(nodeId ? 'ndv' : 'canvas-node')
			.first()
			.waitFor();
		await this.settle();
	}

	/** Shows a workflow in n8n's preview for templates: its canvas and nothing else. */
	async preview(workflow) {
		await this.page.goto('/workflows/demo?hideControls=true');
		await this.at('canvas').waitFor();
		await this.page.addStyleTag({ content: '[data-test-id=canvas-background] { display: none }' });
		await this.page.evaluate((command) => window.postMessage(JSON.stringify(command), '*'), {
			command: 'openWorkflow',
			workflow,
			hideNodeIssues: true,
		});
		await this.page
			.locator('.vue-flow__node')
			.nth(workflow.nodes.length - 1)
			.waitFor();
		await this.settle();
	}

	/** Shows a new workflow. */
	async newWorkflow() {
		await this.page.goto('/workflow/new');
		await this.at('canvas-add-button').waitFor();
		await this.settle();
	}

	/** Opens the list of nodes: that of first steps in an empty workflow, else that of next ones. */
	async openNodes() {
		const buttons = this.at('canvas-add-button').or(this.at('node-creator-plus-button'));
		await buttons.first().click();
		await this.at('node-creator-search-bar').waitFor();
	}

	/** What the list of nodes finds by these words: the nodes' names in its order. */
	async search(words) {
		await this.at('node-creator-search-bar').fill(words);
		// n8n waits until one has stopped typing
		await this.page.waitForTimeout(500);
		return await this.at('node-creator').getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Opens one of the nodes found: its triggers and actions. */
	async openFound(node) {
		await this.at('node-creator').getByText(node, { exact: true }).first().click();
	}

	/** One of the actions of the node that is open in the list. n8n may have closed them. */
	async action(name) {
		const creator = this.at('node-creator');
		const actions = creator
			.getByTestId('node-creator-category-item')
			.filter({ hasText: 'Actions' });
		const action = creator.getByText(name, { exact: true }).first();
		await actions.waitFor();
		const isShown = await action.waitFor({ timeout: 1_500 }).then(
			() => true,
			() => false,
		);
		if (!isShown) await actions.click();
		return action;
	}

	/** Adds a node by one of its actions, which opens its panel. */
	async addAction(name) {
		await (await this.action(name)).click();
		await this.at('ndv').waitFor();
	}

	/** Writes into a field of the panel. */
	async fill(name, text) {
		await this.at(`parameter-input-${name}`).locator('input, textarea').first().fill(text);
	}

	/** The entries of the list of a parameter that is chosen from a list, as found by these words. */
	async find(name, words) {
		await this.at(`resource-locator-${name}`).getByTestId('rlc-input').click();
		await this.at('rlc-item').first().waitFor();
		await this.at('rlc-search').fill(words);
		await this.at('rlc-item').filter({ hasText: words }).first().waitFor();
		await this.settle();
		return await this.at('rlc-item').allInnerTexts();
	}

	/** Opens the panel of a node on the canvas. */
	async openPanel(name) {
		await this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
		await this.at('ndv').waitFor();
	}

	async closePanel() {
		await this.at('ndv-close-button').click();
		await this.at('ndv').waitFor({ state: 'detached' });
	}

	/** Executes the node of the panel, and gives what its output then says. */
	async execute() {
		const output = this.at('output-panel');
		await this.at('node-execute-button').click();
		const ended = output.getByTestId('node-run-info').or(output.getByTestId('node-error-message'));
		await ended.or(output.getByTestId('ndv-items-count')).first().waitFor();
		await this.settle();
		return await output.innerText();
	}

	/** Opens the panel of a new credential, and gives it. */
	async newCredential(displayName) {
		await this.page.goto('/home/credentials');
		await this.at('add-resource-credential').click();
		await this.at('new-credential-type-select').locator('input').fill(displayName);
		await this.page.getByRole('option', { name: displayName, exact: true }).click();
		await this.at('new-credential-type-button').click();
		return await this.#namedCredential();
	}

	/** Opens a new credential from the panel of a node that has none yet. */
	async connect() {
		await this.at('node-credentials-empty-state').getByRole('button').first().click();
		await this.#namedCredential();
	}

	/** The panel of the credential that is open, once n8n has proposed a name: it cannot be saved before. */
	async #namedCredential() {
		const panel = this.at('editCredential-modal');
		await panel.getByTestId('credential-name').filter({ hasText: 'account' }).waitFor();
		await this.settle();
		return panel;
	}

	/** Saves the credential that is open; n8n tests it, and closes it when it is right. */
	async saveCredential() {
		await this.at('credential-save-button').click();
		await this.at('editCredential-modal').waitFor({ state: 'detached' });
	}

	/** Writes into the fields of the credential that is open; what is a choice stays as it is. */
	async fillCredential(values) {
		const panel = this.at('editCredential-modal');
		for (const [name, value] of Object.entries(values)) {
			const field = panel.getByTestId(`parameter-input-${name}`).locator('input:not([readonly])');
			if (await field.count()) await field.fill(value);
		}
	}
}
