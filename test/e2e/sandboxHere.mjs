import { require as requireTypeScript } from 'tsx/cjs/api';

/** What the demo knows of a sandbox that runs in this process; its rules and whole requests can be reached. */
export function asDemo(sandbox) {
	const credentials = sandbox.providers.map((name) => [name, sandbox.credentials(name)]);
	return { ...sandbox, own: sandbox, credentials: Object.fromEntries(credentials) };
}

/** Starts a sandbox in this process. */
export async function sandboxHere() {
	const { startSandbox } = requireTypeScript('../../sandbox/server.ts', import.meta.url);
	return asDemo(await startSandbox());
}
