import { chromium, selectors } from 'playwright-core';

import { owner } from '../../../demo/n8n.mjs';
import { findChromium } from './chromium.mjs';
import { Editor } from './editor.mjs';

selectors.setTestIdAttribute('data-test-id');

const size = { width: 1200, height: 800 };

/** What n8n's editor does is done within this time, in milliseconds, also on a busy computer. */
const patience = 90_000;

/**
 * Starts a browser in which the demo's owner is logged in to an n8n.
 *
 * @param url where n8n is
 * @param pictures folder for pictures of what the editor shows
 * @returns `open(theme)` gives an editor, and `close` ends the browser
 */
export async function startBrowser(url, pictures) {
	const browser = await chromium.launch({
		executablePath: await findChromium(),
		// As root, in a container, Chromium has no sandbox of its own, and little shared memory
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
	});
	return {
		open: (theme = 'light') => openEditor(browser, url, theme, pictures),
		close: () => browser.close(),
	};
}

/** A window of its own, with n8n's `light` or `dark` theme: n8n follows the browser's. */
async function openEditor(browser, url, theme, pictures) {
	const context = await browser.newContext({
		baseURL: url,
		colorScheme: theme,
		locale: 'en-US',
		reducedMotion: 'reduce',
		viewport: size,
	});
	context.setDefaultTimeout(patience);
	context.setDefaultNavigationTimeout(patience);
	const { email, password } = owner;
	const answer = await context.request.post('/rest/login', {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!answer.ok()) throw new Error(`n8n answers ${answer.status()} to the log-in`);
	return new Editor(await context.newPage(), { theme, pictures });
}
