import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

import { bringUp, createExamples } from '../../../demo/bringUp.mjs';
import { checkExample } from '../../../demo/checkExample.mjs';
import { freePort } from '../../../demo/ports.mjs';

const nameOf = (file) => file.replace(/\.json$/, '');

const files = readdirSync(new URL('../../../examples/', import.meta.url));

/** Every example workflow, as "npm run demo:check" runs it. */
export const suite = {
	name: 'examples',
	lines: ['2.41', '1.123'],
	names: files.filter((file) => file.endsWith('.json')).map(nameOf),
	async run({ line, report, chosen }) {
		const demo = await bringUp(`e2e/examples-${line}`, await freePort(), { line });
		try {
			const examples = await createExamples(demo);
			for (const example of examples) {
				const name = nameOf(example.file);
				if (chosen.length > 0 && !chosen.includes(name)) continue;
				await report.run(name, async () => {
					assert.deepEqual(await checkExample(example, demo), []);
				});
			}
		} finally {
			await demo.end();
		}
	},
};
