import { bringUp } from '../../../demo/bringUp.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { sandboxHere } from '../sandboxHere.mjs';
import { createCredentials } from '../workflows.mjs';
import { aiAgent } from './agent.mjs';
import { filesIn } from './files.mjs';
import { manual, schedule, subWorkflow } from './starts.mjs';
import { errorWorkflow, retry, webhookCall } from './webhook.mjs';

/** Where n8n keeps files, and what is tried there. */
const scenariosIn = {
	filesystem: {
		manual,
		schedule,
		webhook: webhookCall,
		subWorkflow,
		errorWorkflow,
		retry,
		aiAgent,
		filesOnDisk: filesIn('filesystem'),
	},
	database: { filesInDatabase: filesIn('database') },
};

async function runAll(mode, chosen, { line, report }) {
	const demo = await bringUp(`e2e/paths-${mode}-${line}`, await freePort(), {
		line,
		environment: { N8N_DEFAULT_BINARY_DATA_MODE: mode, N8N_AVAILABLE_BINARY_DATA_MODES: mode },
		services: sandboxHere,
	});
	try {
		await createCredentials(demo);
		for (const [name, scenario] of chosen) {
			demo.sandbox.reset();
			await report.run(name, async () => await scenario(demo));
		}
	} finally {
		await demo.end();
	}
}

/** The ways on which executions start, fail, and start again. */
export const suite = {
	name: 'paths',
	lines: ['2.41', '1.123'],
	names: Object.values(scenariosIn).flatMap((scenarios) => Object.keys(scenarios)),
	async run({ line, report, chosen }) {
		for (const [mode, scenarios] of Object.entries(scenariosIn)) {
			const some = Object.entries(scenarios).filter(
				([name]) => chosen.length === 0 || chosen.includes(name),
			);
			if (some.length > 0) await runAll(mode, some, { line, report });
		}
	},
};
