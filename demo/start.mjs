import { parseArgs } from 'node:util';

import { bringUp, createExamples } from './bringUp.mjs';
import { version } from './installN8n.mjs';
import { main } from './main.mjs';
import { owner } from './n8n.mjs';
import { checkPort } from './ports.mjs';
import { step } from './progress.mjs';
import { Sentence } from './sentence.mjs';

function chosenPort() {
	const { PORT = '5678' } = process.env;
	const options = { port: { type: 'string', default: PORT } };
	const { values, positionals } = parseArgs({ options, strict: false });
	const unknown = [...Object.keys(values).filter((name) => !(name in options)), ...positionals];
	if (unknown.length > 0) {
		throw new Sentence(`"${unknown[0]}" is unknown: the only option is --port.`);
	}
	const port = Number(values.port);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Sentence(`"${values.port}" is no port: give a number from 1 to 65535.`);
}

await main(async () => {
	const port = chosenPort();
	await checkPort(port);
	const { n8n, sandbox } = await bringUp(String(port), port);
	const examples = await createExamples({ n8n, sandbox });
	await step('Activating the example workflows', async () => {
		await Promise.all(examples.map(async ({ created }) => await n8n.rest.activate(created)));
	});
	console.log(`
n8n ${version} is ready at ${n8n.url}
  E-mail     ${owner.email}
  Password   ${owner.password}

The sandbox stands in for the five services at ${sandbox.url}

Active workflows
${examples.map(({ created }) => `  ${created.name}\n    ${n8n.url}/workflow/${created.id}`).join('\n')}

Ctrl-C stops everything.`);
	throw new Sentence(await Promise.race([n8n.ended, sandbox.ended]));
});
