import { isStopping, stopAll, stopOnSignals } from './processes.mjs';
import { Sentence } from './sentence.mjs';

/**
 * Runs a program of this repository. `work` gives the exit code. Whatever happens, nothing that was started
 * is left running.
 */
export async function main(work) {
	stopOnSignals();
	let code = 1;
	try {
		code = await work();
	} catch (reason) {
		if (!isStopping()) console.error(reason instanceof Sentence ? `\n${reason.message}` : reason);
	}
	if (isStopping()) return;
	await stopAll();
	process.exit(code);
}
