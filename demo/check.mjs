import { bringUp } from './bringUp.mjs';
import { differences } from './expected.mjs';
import { main } from './main.mjs';
import { freePort } from './ports.mjs';
import { isStopping } from './processes.mjs';

/** Runs an example once. Gives what is not as it should be, as sentences. */
async function check({ file, trigger, created }, { n8n, sandbox }) {
	await n8n.rest.activate(created);
	await n8n.rest.deactivate(created);
	await sandbox.reset();
	const { status, error, lastNodeExecuted, runData } = await n8n.rest.run(created, trigger);
	if (status !== 'success') {
		return [`ended with ${status} at "${lastNodeExecuted}": ${error?.message ?? 'no message'}`];
	}
	return differences(file, {
		runData,
		requests: await sandbox.requests(),
		deliveries: await sandbox.deliveries(),
	});
}

await main(async () => {
	const demo = await bringUp('check', await freePort());
	console.log();
	let failed = 0;
	for (const example of demo.examples) {
		const wrong = await check(example, demo).catch((reason) => {
			if (isStopping()) throw reason;
			return [reason.message];
		});
		if (wrong.length > 0) failed += 1;
		console.log(
			[`${wrong.length > 0 ? 'FAILED' : 'passed'}  ${example.created.name}`, ...wrong].join(
				'\n        ',
			),
		);
	}
	console.log(`${demo.examples.length - failed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
});
