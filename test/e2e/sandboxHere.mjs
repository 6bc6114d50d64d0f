import { require as requireTypeScript } from 'tsx/cjs/api';

/** A sandbox that runs in this process, in the form of the demo's; its rules are within reach. */
export function asDemo(sandbox) {
	const credentials = sandbox.providers.map((name) => [name, sandbox.credentials(name)]);
	return { ...sandbox, own: sandbox, credentials: Object.fromEntries(credentials) };
}

/** Starts a sandbox in this process. */
export async function sandboxHere() {
	const { startSandbox } = requireTypeScript('../../sandbox/server.ts', import.meta.url);
	return asDemo(await startSandbox());
}
