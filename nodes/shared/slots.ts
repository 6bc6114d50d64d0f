import { randomInt, sleep } from 'n8n-workflow';

interface Ticket {
	most: number;
	grant: () => void;
}

const minute = 60_000;

/** Milliseconds that a free slot waits for others to become free. */
const moment = 2;

/** A wait that a provider has asked for. */
export class Pause {
	/** When it ends; milliseconds since 1970. */
	until = 0;

	/** Refusals in a row; those of requests that were under way together count as one. */
	private refusals = 0;

	private refusedAt = 0;

	/**
	 * Begins or goes on, because the provider refused a request that left at `sentAt`.
	 *
	 * @param wait milliseconds, or `'unknown'`: then each refusal in a row waits longer, up to a
	 * minute. So does, from a tenth of a second on, one that names times that turn out too early.
	 */
	extend(wait: number | 'unknown', sentAt: number): void {
		const now = Date.now();
		const isNews = sentAt >= this.refusedAt;
		if (isNews) {
			this.refusals += 1;
			this.refusedAt = now;
		}
		const growth = 2 ** (this.refusals - 1);
		if (wait !== 'unknown') {
			this.until = Math.max(this.until, now + Math.max(wait, Math.min(100 * growth, minute)));
		} else if (isNews) {
			const longest = Math.min(500 * growth, minute);
			this.until = Math.max(this.until, now + randomInt(longest / 2, longest + 1));
		}
	}

	/** The provider takes requests again. */
	end(): void {
		this.refusals = 0;
	}
}

/**
 * What one credential has under way at one provider, in this process: at most so many requests at
 * once, none of those that the provider has asked to wait. Several executions take turns.
 */
export class Lane {
	/** When the log-in of this lane was last renewed; milliseconds since 1970. */
	renewedAt = 0;

	/** The renewal of the log-in that is under way. */
	renewal?: Promise<void>;

	private busy = 0;

	/** When free slots are granted at the latest. */
	private deadline?: Promise<void>;

	private readonly pauses = new Map<string, Pause>();

	private readonly queues = new Map<object, Ticket[]>();

	/** Waits for a free slot. Whoever takes one must `free` it. */
	async take(owner: object, most: number): Promise<void> {
		await new Promise<void>((grant) => {
			const queue = this.queues.get(owner);
			if (queue) queue.push({ most, grant });
			else this.queues.set(owner, [{ most, grant }]);
			if (this.busy === 0) this.grantAll();
			else this.grantSoon();
		});
	}

	free(): void {
		this.busy--;
		this.grantSoon();
	}

	/** Whether nothing is under way and nothing has to be waited for. */
	isIdle(): boolean {
		const isPaused = [...this.pauses.values()].some(({ until }) => until >= Date.now());
		return this.busy === 0 && this.queues.size === 0 && !isPaused;
	}

	/** What requests of one quota have to wait for. */
	pauseOf(quota: string): Pause {
		const pause = this.pauses.get(quota) ?? new Pause();
		this.pauses.set(quota, pause);
		return pause;
	}

	/**
	 * Has free slots granted together: when the next request finds none under way, or a moment from now.
	 * Requests that start together take a third less of the processor than one after the other.
	 */
	private grantSoon(): void {
		if (this.queues.size === 0 || this.deadline) return;
		const deadline = sleep(moment);
		this.deadline = deadline;
		void deadline.then(() => {
			if (this.deadline === deadline) this.grantAll();
		});
	}

	/** Grants slots to owners in turn, so that a long run does not hold up a short one. */
	private grantAll(): void {
		this.deadline = undefined;
		for (const [owner, queue] of this.queues) {
			const ticket = queue[0];
			if (!ticket || this.busy >= ticket.most) continue;
			queue.shift();
			this.queues.delete(owner);
			if (queue.length > 0) this.queues.set(owner, queue);
			this.busy++;
			ticket.grant();
		}
	}
}

const mostLanes = 500;
const lanes = new Map<string, Lane>();

/** The lane of a credential, made when it is first used; when there are many, idle ones are dropped. */
export function laneOf(key: string): Lane {
	const known = lanes.get(key);
	if (known) return known;
	if (lanes.size >= mostLanes) {
		for (const [other, lane] of lanes) if (lane.isIdle()) lanes.delete(other);
	}
	const lane = new Lane();
	lanes.set(key, lane);
	return lane;
}

/** Carries out a task for each of a list, in order, so many at the same time. */
export async function atOnce<Entry>(
	most: number,
	list: Entry[],
	task: (entry: Entry) => Promise<void>,
): Promise<void> {
	let next = 0;
	const work = async () => {
		while (next < list.length) await task(list[next++]!);
	};
	await Promise.all(Array.from({ length: Math.min(most, list.length) }, work));
}

/** Memory, in bytes, that the bodies in flight of the whole process may take together. */
const budget = 96 * 1024 * 1024;
let spent = 0;
const waiting: Array<{ bytes: number; grant: () => void }> = [];

function grantBytes() {
	while (waiting[0] && (spent === 0 || spent + waiting[0].bytes <= budget)) {
		const { bytes, grant } = waiting.shift()!;
		spent += bytes;
		grant();
	}
}

/** Runs a task when its bytes fit into the budget; one that is larger than the budget runs alone. */
export async function withinBudget<T>(bytes: number, task: () => Promise<T>): Promise<T> {
	if (bytes === 0) return await task();
	await new Promise<void>((grant) => {
		waiting.push({ bytes, grant });
		grantBytes();
	});
	try {
		return await task();
	} finally {
		spent -= bytes;
		grantBytes();
	}
}
