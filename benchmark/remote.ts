import { fork, type ChildProcess } from 'node:child_process';

/** Functions that a process offers to the one that has started it; arguments and results are JSON. */
export type Offers = Record<string, (argument: never) => unknown>;

interface Call {
	id: number;
	name: string;
	argument: never;
}

interface Reply {
	id: number;
	result?: unknown;
	error?: string;
}

/** Answers the calls of the process that has started this one, and ends with it. */
export function offer(functions: Offers): void {
	const answer = async ({ id, name, argument }: Call): Promise<Reply> => {
		try {
			return { id, result: await functions[name]!(argument) };
		} catch (error) {
			return { id, error: (error as Error).stack ?? String(error) };
		}
	};
	process.on('message', (call: Call) => {
		answer(call).then(
			(reply) => process.send!(reply),
			() => process.exit(1),
		);
	});
	process.once('disconnect', () => process.exit());
}

/** A process of its own, whose functions are called by name. */
export class Child<Functions extends Offers> {
	private readonly process: ChildProcess;

	private readonly waiting = new Map<
		number,
		{ resolve: (result: never) => void; reject: (error: Error) => void }
	>();

	private calls = 0;

	private ended?: Error;

	/** @param file module that calls `offer` */
	constructor(file: string, nodeOptions: string[] = []) {
		this.process = fork(file, { execArgv: ['--import', 'tsx', '--expose-gc', ...nodeOptions] });
		this.process.on('message', ({ id, result, error }: Reply) => {
			const call = this.waiting.get(id);
			this.waiting.delete(id);
			if (error === undefined) call?.resolve(result as never);
			else call?.reject(new Error(error));
		});
		this.process.once('exit', (code, signal) => {
			this.ended = new Error(`${file} has ended: ${signal ?? code}`);
			for (const { reject } of this.waiting.values()) reject(this.ended);
			this.waiting.clear();
		});
	}

	/** @throws Error with what the function has thrown, or that the process has ended */
	async call<Name extends keyof Functions & string>(
		name: Name,
		...[argument]: Parameters<Functions[Name]>
	): Promise<Awaited<ReturnType<Functions[Name]>>> {
		if (this.ended) throw this.ended;
		const id = this.calls++;
		return await new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.process.send({ id, name, argument });
		});
	}

	async stop(): Promise<void> {
		if (this.ended) return;
		const exit = new Promise((resolve) => this.process.once('exit', resolve));
		this.process.disconnect();
		await exit;
	}
}
