import { duration } from '../../demo/progress.mjs';

/** What became of each scenario with each trigger. */
export class Table {
	#columns;
	#rows = new Map();
	#passed = 0;

	/** Sentences. */
	failures = [];

	constructor(columns) {
		this.#columns = columns;
	}

	passed(trial) {
		this.#passed += 1;
		this.#write(trial, `passed, ${duration(trial.took)}`);
	}

	failed(trial, reason) {
		this.failures.push(`${trial.scenario}, ${trial.trigger.name}: ${reason.message}`);
		this.#write(trial, 'FAILED');
	}

	#write({ scenario, trigger }, result) {
		if (!this.#rows.has(scenario)) this.#rows.set(scenario, {});
		this.#rows.get(scenario)[trigger.name] = result;
	}

	toString() {
		const lines = [...this.#rows].map(([scenario, results]) => [
			scenario,
			...this.#columns.map((column) => results[column] ?? '–'),
		]);
		const all = [['', ...this.#columns], ...lines];
		const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
		const written = all.map((line) =>
			line.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd(),
		);
		const end = `${this.#passed} passed, ${this.failures.length} failed`;
		return [...written, '', ...this.failures, end].join('\n');
	}
}
