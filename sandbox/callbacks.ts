import { setTimeout as wait } from 'node:timers/promises';

import type {
	Callback,
	CallbackAnswer,
	CallbackAttempt,
	CallbackManner,
	ProviderName,
} from './types';

const usual: CallbackManner = { duplicates: 0, window: 1, atOnce: 4, attempts: 6, interval: 50 };

/** Longest wait for an answer, where a provider does not say. */
const usualDeadline = 10_000;

const isSuccess = ({ status }: CallbackAnswer) => status >= 200 && status < 300;

type Queued = Callback & { provider: ProviderName };

function shuffle<Entry>(entries: Entry[]): void {
	for (let last = entries.length - 1; last > 0; last -= 1) {
		const other = Math.floor(Math.random() * (last + 1));
		[entries[last], entries[other]] = [entries[other]!, entries[last]!];
	}
}

/** Makes the callbacks of all providers, in the order and as often as it is told. */
export class Callbacks {
	readonly attempts: CallbackAttempt[] = [];

	manner = { ...usual };

	private queue: Queued[] = [];

	private underWay = 0;

	private idle: Array<() => void> = [];

	/** Calls of an earlier time are not repeated, nor recorded. */
	private age = new AbortController();

	add(provider: ProviderName, callbacks: Callback[]): void {
		for (const callback of callbacks) {
			const { alter } = this.manner;
			const queued = { provider, ...(alter?.(callback) ?? callback) };
			this.queue.push(queued);
			if (Math.random() < this.manner.duplicates) this.queue.push(queued);
		}
		setImmediate(() => this.start());
	}

	async done(): Promise<void> {
		if (this.queue.length === 0 && this.underWay === 0) return;
		await new Promise<void>((resolve) => this.idle.push(resolve));
	}

	reset(): void {
		this.age.abort();
		this.age = new AbortController();
		this.queue = [];
		this.attempts.length = 0;
		this.manner = { ...usual };
		this.settle();
	}

	private settle(): void {
		if (this.queue.length > 0 || this.underWay > 0) return;
		for (const resolve of this.idle.splice(0)) resolve();
	}

	private start(): void {
		while (this.underWay < this.manner.atOnce && this.queue.length > 0) {
			this.underWay += 1;
			void this.make(this.next(), this.age.signal).finally(() => {
				this.underWay -= 1;
				this.start();
				this.settle();
			});
		}
	}

	/** The next callback: one of the first few, whichever. */
	private next(): Queued {
		const few = this.queue.splice(0, this.manner.window);
		shuffle(few);
		const next = few.pop()!;
		this.queue.unshift(...few);
		return next;
	}

	private async make({ answered, ...callback }: Queued, stopped: AbortSignal): Promise<void> {
		for (let attempt = 1; attempt <= this.manner.attempts && !stopped.aborted; attempt += 1) {
			if (attempt > 1) {
				await wait(this.manner.interval, undefined, { signal: stopped }).catch(() => undefined);
			}
			const answer = await this.call(callback, stopped);
			if (stopped.aborted) return;
			const { status } = answer;
			this.attempts.push({ ...callback, attempt, status });
			answered?.(status);
			if ((callback.isEndedBy ?? isSuccess)(answer)) return;
		}
	}

	private async call(callback: Callback, stopped: AbortSignal): Promise<CallbackAnswer> {
		const { url, headers, body, deadline = usualDeadline } = callback;
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify(body),
				signal: AbortSignal.any([stopped, AbortSignal.timeout(deadline)]),
			});
			const contentType = response.headers.get('content-type') ?? '';
			return { status: response.status, contentType, text: await response.text() };
		} catch {
			return { status: 0, contentType: '', text: '' };
		}
	}
}
