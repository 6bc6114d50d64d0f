import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

import { loadOpenApi, mediaType, type OpenApi } from './openApi';
import type { ProviderName, RecordedRequest } from './types';
import { repairs, type VendorDocument } from './vendorRepairs';

/** A vendor's own OpenAPI document, ready for checking requests. */
export interface VendorSpec {
	api: OpenApi;
}

const files: Partial<Record<ProviderName, string>> = {
	sakari: 'sakari.openapi.json',
	smtpCom: 'smtpcom.openapi.yaml',
	yandexMarket: 'yandex-market-chats.openapi.json',
};

/**
 * Reads the vendors' documents that a folder holds.
 *
 * @param folder usually the environment's PROVIDER_SPECS_DIR
 * @returns the documents by provider; those whose files are not there are absent
 */
export async function loadVendorSpecs(
	folder: string,
): Promise<Partial<Record<ProviderName, VendorSpec>>> {
	const specs: Partial<Record<ProviderName, VendorSpec>> = {};
	for (const [name, file] of Object.entries(files)) {
		const provider = name as ProviderName;
		const location = path.join(folder, file);
		if (!existsSync(location)) continue;
		const document = parse(await readFile(location, 'utf8')) as VendorDocument;
		for (const { repair } of repairs[provider] ?? []) repair(document);
		specs[provider] = { api: await loadOpenApi(document, false) };
	}
	return specs;
}

/**
 * Checks a request against the vendor's document: endpoint, content type, parameters and body, with
 * nothing in them that the document does not list.
 *
 * @returns what deviates, in sentences; empty when the request is as documented
 */
export function checkAgainst({ api }: VendorSpec, request: RecordedRequest): string[] {
	const operation = api.find(request.method, request.path);
	const place = `${request.method} ${request.path}`;
	if (typeof operation === 'number') return [`${place} is not in the vendor's document`];
	if (!api.takes(operation, request)) {
		return [`${place} takes no ${mediaType(request.headers) || 'body'}`];
	}
	return api.problems(operation, request).map((problem) => `${place}: ${problem}`);
}
