import assert from 'node:assert/strict';

import { node, packType, workflow } from '../../workflows.mjs';

/** Where the middle of something is in the window. */
async function middle(locator) {
	const { x, y, width, height } = await locator.boundingBox();
	return [x + width / 2, y + height / 2];
}

/** Takes something with the mouse, and lets it go elsewhere. */
async function drag(page, from, to) {
	await page.mouse.move(...from);
	await page.mouse.down();
	await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 10 });
	await page.mouse.move(...to, { steps: 10 });
	await page.mouse.up();
}

/** The first node comes by a key, the second one by dragging; n8n connects them. */
async function add(editor) {
	await editor.newWorkflow();
	await editor.openNodes();
	await editor.search('Manual Trigger');
	await editor.page.keyboard.press('Enter');
	await editor.at('canvas-node').nth(0).waitFor();
	await editor.page.keyboard.press('Escape');
	await editor.openNodes();
	await editor.search('text message');
	await editor.openFound('Sakari');
	const action = await editor.action('Send a message');
	await action.scrollIntoViewIfNeeded();
	await drag(editor.page, await middle(action), [500, 600]);
	await editor.at('ndv').waitFor();
	await editor.closePanel();
	await editor.picture('building-added');
	assert.equal(await editor.at('canvas-node').count(), 2);
	assert.equal(await editor.at('edge').count(), 1);
}

/** Two nodes that stand side by side are connected by hand. */
async function connect(editor, made) {
	await editor.show(made);
	assert.equal(await editor.at('edge').count(), 0);
	const from = await middle(editor.at('canvas-node-output-handle').first());
	await drag(editor.page, from, await middle(editor.at('canvas-node-input-handle').first()));
	await editor.at('edge').first().waitFor({ state: 'attached' });
	await editor.picture('building-connected');
}

export const building = {
	name: 'building',
	async trial({ n8n, open }) {
		const editor = await open();
		await add(editor);
		const nodes = [
			node('Start', 'n8n-nodes-base.manualTrigger'),
			{ ...node('Send', packType('smtpCom')), position: [300, 0] },
		];
		await connect(editor, await n8n.rest.createWorkflow(workflow('Building', nodes)));
		await editor.close();
	},
};
