import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';

import { bringUp } from '../demo/bringUp.mjs';
import { readExamples } from '../demo/examples.mjs';
import { main } from '../demo/main.mjs';
import { freePort } from '../demo/ports.mjs';
import { step } from '../demo/progress.mjs';
import { root } from '../demo/setup.mjs';
import { startBrowser } from '../test/e2e/editor/browser.mjs';

/**
 * `npm run pictures`: what n8n's editor shows of each example workflow and of each credential, as
 * pictures for the documents. `npm run pictures -- sakari` makes only those with this in their name.
 */
const isChosen = (name) => process.argv.slice(2).every((part) => name.includes(part));

const width = 1200;
const margin = 24;

/** n8n leaves a broad edge around a workflow that it fits into its window. */
const fitting = { width: 1360, height: 1360 };

/** Long credentials would have to be scrolled. */
const whole = '[data-test-id=editCredential-modal] { max-height: none !important; }';

const services = {
	ibiz: 'iBiz API',
	paratranz: 'ParaTranz API',
	sakari: 'Sakari API',
	smtpcom: 'SMTP.com API',
	'yandex-market': 'Yandex Market API',
};

/** Keeps a part of what is shown, as a PNG with a palette, which is smaller. */
async function keep(page, clip, file) {
	const png = await page.screenshot({ clip, animations: 'disabled' });
	await mkdir(path.dirname(file), { recursive: true });
	await sharp(png).png({ palette: true, effort: 10 }).toFile(file);
}

/** In the browser: where a workflow's nodes, their names and notes are; not their invisible menus. */
function extent() {
	const nodes = document.querySelectorAll('.vue-flow__node, .vue-flow__node *');
	const boxes = [...nodes]
		.filter((node) => !node.closest('[data-test-id=canvas-node-toolbar]'))
		.map((node) => node.getBoundingClientRect())
		.filter(({ width, height }) => width > 0 && height > 0);
	return {
		top: Math.min(...boxes.map(({ top }) => top)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
	};
}

/** The canvas of a workflow, without the buttons around it. */
async function pictureOfWorkflow(editor, workflow, file) {
	const { page } = editor;
	await page.setViewportSize(fitting);
	await editor.preview(workflow);
	const { top, bottom } = await page.evaluate(extent);
	const clip = {
		x: (fitting.width - width) / 2,
		y: Math.floor(top) - margin,
		width,
		height: Math.ceil(bottom - top) + 2 * margin,
	};
	await keep(page, clip, file);
}

/** A credential before anything is filled in, so that there is no secret to be seen. */
async function pictureOfCredential(editor, displayName, file) {
	const { page } = editor;
	await page.setViewportSize({ width, height: 1500 });
	const panel = await editor.newCredential(displayName);
	await page.addStyleTag({ content: whole });
	await page.mouse.move(0, 0);
	const { x, y, width: across } = await panel.boundingBox();
	const last = await panel.getByTestId('credential-connection-parameter').last().boundingBox();
	const bottom = last.y + last.height + margin;
	await keep(page, { x, y, width: across, height: bottom - y }, file);
}

await main(async () => {
	const { n8n } = await bringUp('pictures', await freePort());
	const browser = await startBrowser(n8n.url);
	const editor = await browser.open();
	await step('The credentials', async () => {
		for (const [service, displayName] of Object.entries(services)) {
			const name = `credential-${service}.png`;
			if (!isChosen(name)) continue;
			await pictureOfCredential(editor, displayName, path.join(root, 'docs', 'pictures', name));
		}
	});
	await step('The examples', async () => {
		for (const { file, workflow } of await readExamples()) {
			const name = `${path.basename(file, '.json')}.png`;
			if (!isChosen(name)) continue;
			await pictureOfWorkflow(editor, workflow, path.join(root, 'examples', 'pictures', name));
		}
	});
	await browser.close();
	return 0;
});
