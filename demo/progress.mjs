const live = process.stdout.isTTY;

/** A length of time for people: `8 s`, `2 min 5 s`. */
export function duration(milliseconds) {
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one step and says how it goes: on a terminal a line that counts up, elsewhere a line now and
 * then. `work` may pass a function that describes the current state to the function it is given.
 */
export async function step(title, work) {
	const began = Date.now();
	let describe = () => '';
	const state = () => [describe(), duration(Date.now() - began)].filter(Boolean).join(', ');
	const show = () =>
		live
			? process.stdout.write(`\r${title} … ${state()}\x1b[K`)
			: console.log(`${title} … ${state()}`);
	show();
	const ticker = setInterval(show, live ? 1_000 : 15_000);
	try {
		const result = await work((description) => {
			describe = description;
		});
		describe = () => 'done';
		show();
		return result;
	} finally {
		clearInterval(ticker);
		if (live) process.stdout.write('\n');
	}
}
