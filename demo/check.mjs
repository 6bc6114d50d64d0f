import { bringUp, createExamples } from './bringUp.mjs';
import { checkExample } from './checkExample.mjs';
import { main } from './main.mjs';
import { freePort } from './ports.mjs';
import { isStopping } from './processes.mjs';

/** Parts of files' names; without any, all examples are checked. */
const chosen = process.argv.slice(2);

await main(async () => {
	const demo = await bringUp('check', await freePort());
	const isChosen = ({ file }) => chosen.length === 0 || chosen.some((part) => file.includes(part));
	const examples = (await createExamples(demo)).filter(isChosen);
	console.log();
	let failed = 0;
	for (const example of examples) {
		const wrong = await checkExample(example, demo).catch((reason) => {
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
	console.log(`${examples.length - failed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
});
