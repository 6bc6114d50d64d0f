import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

import { loadOpenApi, type OpenApi } from './openApi';
import type { ProviderName, SandboxProvider } from './types';

const loaded = new Map<ProviderName, Promise<OpenApi>>();

async function load(provider: ProviderName): Promise<OpenApi> {
	const file = path.join(__dirname, 'providers', provider, 'contract.yaml');
	try {
		return await loadOpenApi(parse(await readFile(file, 'utf8')) as object, true);
	} catch (cause) {
		throw new Error(`The contract of ${provider}: ${(cause as Error).message}`, { cause });
	}
}

/** The contract of a provider, read and compiled once per process. */
export async function contractOf(provider: ProviderName): Promise<OpenApi> {
	const contract = loaded.get(provider) ?? load(provider);
	loaded.set(provider, contract);
	return await contract;
}

/** @throws where an operation of the contract has no handler, or a handler no operation */
export function checkHandlers(contract: OpenApi, { name, handlers }: SandboxProvider): void {
	const promised = contract.operations.map(({ operationId }) => operationId);
	const missing = promised.filter((id) => !(id in handlers));
	const unknown = Object.keys(handlers).filter((id) => !promised.includes(id));
	const repeated = promised.filter((id, index) => promised.indexOf(id) !== index);
	for (const [what, ids] of Object.entries({
		'operations without a handler': missing,
		'handlers without an operation': unknown,
		'operations of the same id': repeated,
	})) {
		if (ids.length > 0) throw new Error(`${name} has ${what}: ${ids.join(', ')}`);
	}
}
