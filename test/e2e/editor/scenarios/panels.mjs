import assert from 'node:assert/strict';

import { credentialOf, node, packType, workflow } from '../../workflows.mjs';

/** What each node's panel is to say to whoever sees it first. */
const panelsOf = [
	['paraTranz', 'paraTranz', ['Resource', 'Operation', 'Simplify']],
	['paraTranzTrigger', 'paraTranz', ['Your Account', 'Filters']],
	['smtpCom', 'smtpCom', ['Channel', 'Subject', 'tell whether they arrive']],
	['smtpComTrigger', 'smtpCom', ['Channel', 'two workflows cannot wait for the same one']],
	['iBiz', 'iBiz', ['Resource', 'Operation']],
	['iBizTrigger', 'iBiz', ['Filters']],
	['sakari', 'sakari', ['Phone Number', 'the backslash is not sent']],
	['sakariTrigger', 'sakari', ['Events']],
	['yandexMarket', 'yandexMarket', ['Business']],
	['yandexMarketTrigger', 'yandexMarket', ['has to be told once where to send notifications']],
	['yandexMarketPollingTrigger', 'yandexMarket', ['Business']],
];

/** The panel of every node in both themes, with its icon for the theme, and nothing that n8n cannot show. */
export const panels = {
	name: 'panels',
	async trial({ n8n, open }) {
		const nodes = panelsOf.map(([type, service], index) => ({
			...node(type, packType(type), {}, { credentials: credentialOf(service) }),
			position: [(index % 4) * 260, Math.floor(index / 4) * 220],
		}));
		const made = await n8n.rest.createWorkflow(workflow('Panels', nodes));
		for (const theme of ['light', 'dark']) {
			const editor = await open(theme);
			const wrong = [];
			editor.page.on('pageerror', ({ message }) => wrong.push(message));
			await editor.show(made);
			await editor.picture('canvas');
			const icons = editor.at('canvas').locator('[data-test-id=canvas-node] img');
			const sources = await icons.evaluateAll((images) =>
				images.map(({ src, naturalWidth }) => ({ src, naturalWidth })),
			);
			assert.equal(sources.length, nodes.length, 'each node shows its icon');
			for (const { src, naturalWidth } of sources) {
				assert.ok(naturalWidth > 0, `${src} is an image`);
				assert.equal(src.includes('.dark.'), theme === 'dark', `${src} is for the ${theme} theme`);
			}
			for (const [type, , texts] of panelsOf) {
				await editor.openPanel(type);
				await editor.picture(`panel-${type}`);
				const shown = await editor.at('ndv').innerText();
				const missing = texts.filter((text) => !shown.includes(text));
				assert.deepEqual(missing, [], `${type} says: ${shown}`);
				await editor.closePanel();
			}
			await editor.close();
			assert.deepEqual(wrong, []);
		}
	},
};
