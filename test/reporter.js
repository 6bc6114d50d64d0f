const { appendFileSync } = require('node:fs');
const { require: requireTypeScript } = require('tsx/cjs/api');

/**
 * Ends jest's output with one line that a machine reads. For `test/run.mjs`, which runs jest more
 * than once, it leaves the counts in a file instead, and adds the report over all requests.
 */
module.exports = class ClosingLines {
	async onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = results;
		const brokenSuites = numTotalTests === 0 || numFailedTests === 0 ? numFailedTestSuites : 0;
		let passed = numPassedTests;
		let failed = numFailedTests + brokenSuites;
		const { MESSAGING_PACK_RECORD: records, MESSAGING_PACK_COUNTS: counts } = process.env;
		if (records && counts) {
			const { report } = requireTypeScript('./report.ts', __filename);
			const told = await report(records, process.env.PROVIDER_SPECS_DIR);
			console.log(told.lines.join('\n'));
			passed += told.passed;
			failed += told.failed;
		}
		if (counts) appendFileSync(counts, `${JSON.stringify({ passed, failed })}\n`);
		else console.log(`\n${passed} passed, ${failed} failed`);
		this.failed = failed > 0;
	}

	getLastError() {
		return this.failed ? new Error('Not all tests and checks passed') : undefined;
	}
};
