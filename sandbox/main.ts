import { parseArgs } from 'node:util';

import { startSandbox } from './server';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: '4010' }, record: { type: 'string' } },
	});
	const { record } = values;
	const sandbox = await startSandbox({
		port: Number(values.port),
		...(record !== undefined && { record }),
	});
	for (const provider of sandbox.providers) {
		console.log(`${provider.padEnd(14)}${sandbox.baseUrl(provider)}`);
	}
	const control = 'requests, deliveries, callbacks, credentials, happen, reset';
	console.log(`${'control'.padEnd(14)}${sandbox.url}/_sandbox/${control}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.stop());
	}
}

main().catch((reason: Error) => {
	console.error(reason.message);
	process.exitCode = 1;
});
