import type { ProviderName } from '../sandbox/types';
import { Child } from './remote';
import type { Runner } from './runner';
import type { Server } from './server';
import type { Credential, Work } from './work/work';

/** What a value has to be at most, or at least. */
export type Bar = { most: number } | { least: number };

/** One line of the table. */
export interface Row {
	name: string;
	value: number;
	unit: string;
	bar?: Bar;
	/** What others come to with the same work, measured in the same run. */
	reference?: string;
}

/** Something that is measured in one go and gives one or more rows. */
export interface Measure {
	/** Names of the rows that it can give. */
	names: string[];
	run: (bench: Bench) => Promise<Row[]>;
}

/** What all measures share: the server, and how thorough they are to be. */
export interface Bench {
	server: Child<Server>;
	credentials: Record<ProviderName, Credential>;
	/** Whether fewer repetitions will do. */
	quick: boolean;
	/** Whether a row is to be measured. */
	wanted: (name: string) => boolean;
}

export async function startServer(): Promise<Pick<Bench, 'server' | 'credentials'>> {
	const server = new Child<Server>(require.resolve('./server.ts'));
	return { server, credentials: await server.call('start') };
}

/** Lets a fresh process work for one service, with a session that is warm, and ends it. */
export async function withRunner<T>(
	{ server, credentials }: Bench,
	work: Work,
	task: (runner: Child<Runner>) => Promise<T>,
): Promise<T> {
	const runner = new Child<Runner>(require.resolve('./runner.ts'));
	try {
		const { provider } = work;
		await runner.call('start', { provider, credential: credentials[provider] });
		await server.call('behave', { provider });
		for (const side of ['pack', 'httpRequest', 'axios'] as const) {
			await runner.call('run', { kind: 'send', task: { side, count: 20 } });
		}
		return await task(runner);
	} finally {
		await runner.stop();
	}
}

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
