let ahead = 0;

/** Lets much time pass at once, once `quicken` has been called; timers do not notice. */
export function pass(milliseconds: number): void {
	ahead += milliseconds;
}

/**
 * Makes the time of this process pass faster, for waits of minutes in tests of seconds: the clock,
 * and every timer set from now on, of the node, of n8n and of the sandbox alike.
 */
export function quicken(factor: number): void {
	const { Date: SlowDate, setTimeout: slowTimeout } = globalThis;
	const start = SlowDate.now();
	const now = () => Math.floor(start + (SlowDate.now() - start) * factor + ahead);
	globalThis.Date = class extends SlowDate {
		static now = now;

		constructor(...parts: unknown[]) {
			super(...((parts.length > 0 ? parts : [now()]) as [number]));
		}
	} as DateConstructor;
	globalThis.setTimeout = Object.assign(
		(run: () => void, milliseconds = 0, ...parts: []) =>
			slowTimeout(run, milliseconds / factor, ...parts),
		slowTimeout,
	);
}
