import { versionOf } from '../../demo/installN8n.mjs';
import { isStopping } from '../../demo/processes.mjs';
import { duration } from '../../demo/progress.mjs';

/** What became of each scenario of the suites on each installation of n8n. */
export class Table {
	#columns;
	#rows = new Map();
	#notes = [];
	#passed = 0;
	#failed = 0;

	/** @param lines of n8n, one column each */
	constructor(lines) {
		this.#columns = lines;
	}

	/** What a suite reports to while it runs on an installation. */
	reportFor(suite, line) {
		const write = (scenario, result, note) => {
			const name = `${suite}: ${scenario}`;
			if (!this.#rows.has(name)) this.#rows.set(name, {});
			this.#rows.get(name)[line] = result;
			console.log([`${result}  ${name}`, note ?? []].flat().join('\n  '));
			if (note) this.#notes.push(`${name}, n8n ${versionOf(line)}: ${note}`);
		};
		const report = {
			passed: (scenario, milliseconds) => {
				this.#passed += 1;
				write(scenario, `passed, ${duration(milliseconds)}`);
			},
			failed: (scenario, reason) => {
				this.#failed += 1;
				write(scenario, 'FAILED', reason.message ?? reason);
			},
			notFor: (scenario, why) => write(scenario, '–', why),
			/** Runs a scenario. Gives whether it has passed. */
			async run(scenario, work) {
				const began = Date.now();
				try {
					await work();
				} catch (reason) {
					if (isStopping()) throw reason;
					report.failed(scenario, reason);
					return false;
				}
				report.passed(scenario, Date.now() - began);
				return true;
			},
		};
		return report;
	}

	get hasFailures() {
		return this.#failed > 0 || this.#passed === 0;
	}

	toString() {
		const heading = ['', ...this.#columns.map((line) => `n8n ${versionOf(line)}`)];
		const lines = [...this.#rows].map(([name, results]) => [
			name,
			...this.#columns.map((line) => results[line] ?? '–'),
		]);
		const all = [heading, ...lines];
		const widths = heading.map((_, column) => Math.max(...all.map((line) => line[column].length)));
		const written = all.map((line) =>
			line.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd(),
		);
		const end = `${this.#passed} passed, ${this.#failed} failed`;
		return [...written, '', ...this.#notes, end].join('\n');
	}
}
