import { columns } from './columns';
import { declared, type Declared } from './support/operations';
import type { Sent } from './support/record';

/** Requests of one operation, trigger or list to one endpoint. */
interface Row {
	node: string;
	name: string;
	/** Method and path template, as the sandbox's contract writes them. */
	endpoint: string;
	times: number;
	tests: Set<string>;
	/** How many of them came from the tool of an AI agent. */
	fromTools: number;
}

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** Whether an endpoint is the one that an operation declares, what stands before and after it set aside. */
function declares({ operation: { method, path } }: Declared, endpoint: string): boolean {
	const places = escaped(path).replace(/\{\w+\}/g, '[^/]+');
	return new RegExp(`^${method} .*${places}(/.*)?$`).test(endpoint);
}

/** What the nodes under test have sent, by operation and endpoint. */
export class OperationTable {
	private readonly rows = new Map<string, Row>();

	add({ node, operation: name, endpoint = 'unknown', test, tool }: Sent): void {
		const key = [node, name, endpoint].join(' ');
		const row = this.rows.get(key) ?? { node, name, endpoint, times: 0, tests: new Set(), fromTools: 0 };
		row.times++;
		row.tests.add(test);
		if (tool) row.fromTools++;
		this.rows.set(key, row);
	}

	/** Declared operations whose own request no test has had sent. */
	missed(): Declared[] {
		return declared.filter((one) => !this.own(one).length);
	}

	/** Those that no AI agent has called, though it needs no file for them. */
	missedByAgents(): Declared[] {
		return declared.filter(
			(one) => !one.operation.files && !this.own(one).some(({ fromTools }) => fromTools > 0),
		);
	}

	/** How many operations were reached, and a line for each that was not. */
	summary(): string[] {
		const [missed, missedByAgents] = [this.missed(), this.missedByAgents()];
		const all = declared.length;
		const called = declared.filter((one) => this.own(one).some(({ fromTools }) => fromTools > 0));
		return [
			`Operations that sent their request: ${all - missed.length} of ${all}; as the tool of an AI agent: ${called.length}`,
			...missed.map(({ node, name }) => `never sent its request: ${node} ${name}`),
			...missedByAgents.map(({ node, name }) => `never called by an AI agent: ${node} ${name}`),
		];
	}

	/** Operations in the order they are declared in, then triggers and lists, without log-ins. */
	lines(): string[] {
		const sent = [...this.rows.values()].sort((one, other) => (one.node < other.node ? -1 : 1));
		const names = new Map([...declared, ...sent].map((one) => [`${one.node} ${one.name}`, one]));
		const rows = [...names.values()].flatMap(({ node, name }) => {
			const [resource = '', operation = ''] = name.split('.');
			const own = this.of({ node, name }).filter(({ endpoint }) => !this.isLogIn(endpoint));
			if (own.length === 0) return [[node, resource, operation, 'none', 0, 0, 0]];
			return own.map(({ endpoint, times, tests, fromTools }) => [
				...[node, resource, operation, endpoint],
				...[times, tests.size, fromTools],
			]);
		});
		return columns([['node', 'resource', 'operation', 'request', 'times', 'tests', 'as tool'], ...rows]);
	}

	/** Whether none declares it, though several resources had it sent. */
	private isLogIn(endpoint: string): boolean {
		const senders = [...this.rows.values()].filter((row) => row.endpoint === endpoint);
		const resources = new Set(senders.map(({ name }) => name.split('.')[0]));
		return resources.size > 1 && !declared.some((one) => declares(one, endpoint));
	}

	/** The requests that the operation declares. */
	private own(one: Declared): Row[] {
		return this.of(one).filter(({ endpoint }) => declares(one, endpoint));
	}

	private of({ node, name }: Pick<Row, 'node' | 'name'>): Row[] {
		return [...this.rows.values()].filter((row) => row.node === node && row.name === name);
	}
}
