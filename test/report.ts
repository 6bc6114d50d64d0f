import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

import type { RecordedRequest } from '../sandbox/types';
import { checkAgainst, loadVendorSpecs } from '../sandbox/vendorSpecs';
import { columns } from './columns';
import { OperationTable } from './operationTable';
import { checkSchemas, writeSchemas } from './outputSchemas';
import { seedEndpoints } from './seedEndpoints';
import { declared } from './support/operations';
import { lists, requestsIn, type Sent } from './support/record';

/** What a report over all requests of all tests has to say. */
export interface Report {
	lines: string[];
	/** Rows of the table and operations that were seen, and checks against a vendor's document that held. */
	passed: number;
	failed: number;
}

async function* requests(records: string): AsyncGenerator<Sent> {
	const file = requestsIn(records);
	if (!existsSync(file)) return;
	for await (const line of createInterface({ input: createReadStream(file) })) {
		yield JSON.parse(line) as Sent;
	}
}

/** Writes the schemas of outputs anew; gives how many. */
export const schemas = async (records: string) => await Promise.resolve(writeSchemas(records));

/** The table of all operations, by what the nodes under test have sent. */
export async function operationTable(records: string): Promise<OperationTable> {
	const table = new OperationTable();
	for await (const sent of requests(records)) table.add(sent);
	return table;
}

/** The seed documents' endpoints, by what the nodes under test have really sent. */
function seedTable(counts: Map<string, Map<string, number>>): Report {
	const rows = seedEndpoints.map(({ provider, endpoint }) => {
		const operations = [...(counts.get(`${provider} ${endpoint}`) ?? new Map<string, number>())];
		const times = operations.reduce((sum, [, count]) => sum + count, 0);
		const names = operations.map(([name]) => name).join(', ') || 'none';
		return { provider, endpoint, names, times };
	});
	const lines = columns(
		rows.map(({ provider, endpoint, names, times }) => [provider, endpoint, names, times]),
	);
	const failed = rows.filter(({ times }) => times === 0).length;
	const title = `Seed endpoint, operation, times seen: ${rows.length} rows, ${failed} never seen`;
	return { lines: ['', title, ...lines], passed: rows.length - failed, failed };
}

/**
 * Reads what the tests' nodes have sent and tells which seed endpoints they have reached, and which
 * operations have sent their request, and whether the schemas of outputs fit. With `specs`, a folder of the vendors' own OpenAPI documents,
 * also whether each request keeps to them.
 */
export async function report(records: string, specs?: string): Promise<Report> {
	const vendors = specs ? await loadVendorSpecs(specs) : {};
	const operationTable = new OperationTable();
	const counts = new Map<string, Map<string, number>>();
	const checked = new Map<string, number>();
	const deviations = new Map<string, number>();
	for await (const sent of requests(records)) {
		operationTable.add(sent);
		// A trigger or a list that reaches an endpoint does not prove the operation
		if (sent.node === sent.provider && !sent.operation.startsWith(`${lists}.`)) {
			const row = `${sent.provider} ${sent.endpoint}`;
			const operations = counts.get(row) ?? new Map<string, number>();
			counts.set(row, operations.set(sent.operation, (operations.get(sent.operation) ?? 0) + 1));
		}
		const spec = vendors[sent.provider];
		// A file that a message refers to is no endpoint; the sandbox refuses it unless a test gives it
		if (!spec || sent.endpoint === undefined) continue;
		checked.set(sent.provider, (checked.get(sent.provider) ?? 0) + 1);
		for (const deviation of checkAgainst(spec, sent as unknown as RecordedRequest)) {
			deviations.set(deviation, (deviations.get(deviation) ?? 0) + 1);
		}
	}
	const table = seedTable(counts);
	const missed = operationTable.missed().length;
	const found = checkSchemas(records);
	const schemaLines = [
		`Schemas of outputs that say what the tests saw: ${found.right}`,
		...found.wrong.map((file) => `says something else, see "npm run schemas": ${file}`),
	];
	const vendorLines = [...checked].map(
		([provider, count]) => `${count} requests checked against ${provider}'s own OpenAPI document`,
	);
	const deviationLines = [...deviations].map(([said, times]) => `deviates ${times} times: ${said}`);
	return {
		lines: [
			...[...table.lines, '', ...operationTable.summary()],
			...[...schemaLines, ...vendorLines, ...deviationLines],
		],
		passed:
			table.passed +
			(declared.length - missed) +
			found.right +
			(deviations.size === 0 ? checked.size : 0),
		failed:
			table.failed +
			missed +
			operationTable.missedByAgents().length +
			found.wrong.length +
			deviations.size,
	};
}
