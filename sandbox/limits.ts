/** Why a request is above a limit, and until when, in milliseconds since 1970. */
export interface Refusal {
	kind: 'rate' | 'parallel';
	until: number;
}

const second = 1000;

/** Counts the requests of one provider and says which are above its limits. */
export class Limits {
	perSecond?: number;

	parallel?: number;

	/** Most requests that were under way at once, the refused ones among them. */
	mostAtOnce = 0;

	private underWay = 0;

	private admitted = 0;

	/** Times of the requests admitted within the last second. */
	private times: number[] = [];

	/** A request arrives. `leave` is to be called when it is over; a second call does nothing. */
	enter(now: number): { refusal?: Refusal; leave: () => void } {
		this.underWay += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
		const refusal = this.refusal(now);
		if (!refusal) {
			this.admitted += 1;
			if (this.perSecond !== undefined) this.times.push(now);
		}
		let left = false;
		const leave = () => {
			if (left) return;
			left = true;
			this.underWay -= 1;
			if (!refusal) this.admitted -= 1;
		};
		return { ...(refusal && { refusal }), leave };
	}

	/** Forgets the limits and what was counted; requests under way stay counted. */
	reset(): void {
		this.perSecond = undefined;
		this.parallel = undefined;
		this.mostAtOnce = this.underWay;
		this.times = [];
	}

	private refusal(now: number): Refusal | undefined {
		if (this.parallel !== undefined && this.admitted >= this.parallel) {
			return { kind: 'parallel', until: now };
		}
		this.times = this.times.filter((time) => time > now - second);
		if (this.perSecond === undefined || this.times.length < this.perSecond) return undefined;
		const freed = this.times[this.times.length - this.perSecond] ?? now;
		return { kind: 'rate', until: freed + second };
	}
}
