import type { IDataObject } from 'n8n-workflow';

import * as providers from '../../sandbox/providers';
import { startSandbox } from '../../sandbox/server';
import type { ProviderName, Sandbox } from '../../sandbox/types';

let shared: Sandbox | undefined;

/** Has the tests of all files use a sandbox that is there already. */
export const shareSandbox = (sandbox: Sandbox) => void (shared = sandbox);

/** A sandbox for the tests of a file: started once, forgetful between tests. */
export function useSandbox(): () => Sandbox {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = shared ?? (await startSandbox());
	});
	afterEach(() => sandbox.reset());
	afterAll(async () => await sandbox.stop());
	return () => sandbox;
}

/** Credential data that the sandbox accepts. */
export function sandboxCredentials(sandbox: Sandbox, provider: ProviderName): IDataObject {
	const { credentials } = providers[provider as keyof typeof providers];
	return credentials(sandbox.baseUrl(provider));
}
