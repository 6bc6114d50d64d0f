import { bringUp } from '../../demo/bringUp.mjs';
import { version } from '../../demo/installN8n.mjs';
import { main } from '../../demo/main.mjs';
import { freePort } from '../../demo/ports.mjs';
import { isStopping } from '../../demo/processes.mjs';
import { step } from '../../demo/progress.mjs';
import { Sentence } from '../../demo/sentence.mjs';
import { scenarios as allScenarios } from './scenarios/index.mjs';
import { Table } from './table.mjs';
import { trialOf } from './trials.mjs';
import { triggers as allTriggers } from './triggers/index.mjs';

/** What the arguments name; of what they name nothing of, all. */
function chosen() {
	const names = process.argv.slice(2);
	const known = [...Object.keys(allScenarios), ...Object.keys(allTriggers)];
	const unknown = names.find((name) => !known.includes(name));
	if (unknown) throw new Sentence(`"${unknown}" is unknown; there are ${known.join(', ')}.`);
	const of = (all) => {
		const named = Object.keys(all).filter((name) => names.includes(name));
		return (named.length > 0 ? named : Object.keys(all)).map((name) => all[name]);
	};
	return { scenarios: of(allScenarios), triggers: of(allTriggers) };
}

/** Runs a part of a scenario for all trials at once; those that fail take no part in what follows. */
async function runPart(part, trials, table) {
	const run = async (trial) => {
		const began = Date.now();
		try {
			await part(trial);
		} catch (reason) {
			if (isStopping()) throw reason;
			table.failed(trial, reason);
			return [];
		}
		trial.took += Date.now() - began;
		return [trial];
	};
	return (await Promise.all(trials.map(run))).flat();
}

/** Runs a scenario for every trigger that it is for, each with a workflow of its own. */
async function runScenario(scenario, triggers, demo, table) {
	await demo.sandbox.reset();
	const trials = triggers
		.map((trigger) => trialOf(trigger, demo, scenario.name))
		.filter((trial) => scenario.isFor?.(trial) ?? true);
	let running = await runPart((trial) => trial.create(), trials, table);
	for (const part of scenario.parts) {
		if (typeof part === 'string') await demo.n8n[part]();
		else running = await runPart(part, running, table);
	}
	for (const trial of running) table.passed(trial);
	await Promise.allSettled(trials.map((trial) => trial.end()));
}

await main(async () => {
	const { scenarios, triggers } = chosen();
	const demo = await bringUp('e2e', await freePort());
	await step('Creating the credentials', async () => {
		for (const [service, data] of Object.entries(demo.sandbox.credentials)) {
			await demo.n8n.rest.createCredential(service, `${service}Api`, data);
		}
	});
	const table = new Table(triggers.map(({ name }) => name));
	for (const scenario of scenarios) {
		await step(scenario.name, () => runScenario(scenario, triggers, demo, table));
	}
	console.log(`\nn8n ${version}\n\n${table}`);
	return table.failures.length > 0 ? 1 : 0;
});
