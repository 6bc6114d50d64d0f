import { bringUp } from '../../../demo/bringUp.mjs';
import { freePort } from '../../../demo/ports.mjs';
import { isStopping } from '../../../demo/processes.mjs';
import { step } from '../../../demo/progress.mjs';
import { createCredentials } from '../workflows.mjs';
import { scenarios } from './scenarios/index.mjs';
import { triggers } from './sources/index.mjs';
import { trialOf } from './trials.mjs';

/** What the names choose; of what they choose nothing of, all. */
function choice(all, names) {
	const chosen = Object.keys(all).filter((name) => names.includes(name));
	return (chosen.length > 0 ? chosen : Object.keys(all)).map((name) => all[name]);
}

const titleOf = ({ trigger, scenario }) => `${trigger.name}: ${scenario}`;

/** Runs a part of a scenario for all trials at once; those that fail take no part in what follows. */
async function runPart(part, trials, report) {
	const run = async (trial) => {
		const began = Date.now();
		try {
			await part(trial);
		} catch (reason) {
			if (isStopping()) throw reason;
			report.failed(titleOf(trial), reason);
			return [];
		}
		trial.took += Date.now() - began;
		return [trial];
	};
	return (await Promise.all(trials.map(run))).flat();
}

/** Runs a scenario for every trigger that it is for, each with a workflow of its own. */
async function runScenario(scenario, chosen, demo, report) {
	await demo.sandbox.reset();
	const trials = chosen
		.map((trigger) => trialOf(trigger, demo, scenario.name))
		.filter((trial) => scenario.isFor?.(trial) ?? true);
	let running = await runPart((trial) => trial.create(), trials, report);
	for (const part of scenario.parts) {
		if (typeof part === 'string') await demo.n8n[part]();
		else running = await runPart(part, running, report);
	}
	for (const trial of running) report.passed(titleOf(trial), trial.took);
	await Promise.allSettled(trials.map((trial) => trial.end()));
}

/** The life of every trigger. */
export const suite = {
	name: 'triggers',
	lines: ['2.41', '1.123'],
	names: [...Object.keys(scenarios), ...Object.keys(triggers)],
	async run({ line, report, chosen }) {
		const demo = await bringUp(`e2e/triggers-${line}`, await freePort(), { line });
		try {
			await createCredentials(demo);
			for (const scenario of choice(scenarios, chosen)) {
				await step(scenario.name, () =>
					runScenario(scenario, choice(triggers, chosen), demo, report),
				);
			}
		} finally {
			await demo.end();
		}
	},
};
