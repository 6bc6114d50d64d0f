import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { variables } from '../compose.mjs';

/** n8n's own packages that read settings. */
const packages = ['n8n', 'n8n-core', '@n8n/config', '@n8n/backend-common'];

const sources = (n8nFolder) =>
	packages.flatMap((name) => {
		const folder = path.join(n8nFolder, 'node_modules', name, 'dist');
		return readdirSync(folder, { recursive: true })
			.filter((file) => file.endsWith('.js'))
			.map((file) => path.join(folder, file));
	});

/** The settings with which the other scenarios run n8n, too. */
export const compose = {
	name: 'n8n knows each setting of the Docker set-up',
	run({ n8nFolder, say }) {
		const unknown = new Set(variables());
		say(`${unknown.size} settings`);
		for (const file of sources(n8nFolder)) {
			if (unknown.size === 0) break;
			const text = readFileSync(file, 'utf8');
			for (const name of unknown) {
				if (new RegExp(`env\\.${name}\\b|Env\\)?\\(["']${name}["']`).test(text)) unknown.delete(name);
			}
		}
		assert.deepEqual([...unknown], []);
	},
};
