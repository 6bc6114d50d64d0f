import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

import { loadOpenApi, type OpenApi } from './openApi';
import type { ProviderName, SandboxProvider } from './types';

const loaded = new Map<ProviderName, Promise<OpenApi>>();

type Document = { [name: string]: Document | undefined };

/** Both documents in one, where one does not say what the other says. */
const merged = (one: Document, other: Document): Document => ({
	...one,
	...Object.fromEntries(
		Object.entries(other).map(([name, part]) => {
			const same = one[name];
			return [name, same && part ? merged(same, part) : part];
		}),
	),
});

/** The document in `contract.yaml` and, where it is long, in others such as `contract.records.yaml`. */
async function read(folder: string): Promise<Document> {
	const names = (await readdir(folder)).filter((name) => /^contract\b.*\.yaml$/.test(name));
	const parts = names.map(async (name) => {
		return parse(await readFile(path.join(folder, name), 'utf8')) as Document;
	});
	return (await Promise.all(parts)).reduce(merged);
}

async function load(provider: ProviderName): Promise<OpenApi> {
	try {
		return await loadOpenApi(await read(path.join(__dirname, 'providers', provider)), true);
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
