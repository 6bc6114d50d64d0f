const { require: requireTypeScript } = require('tsx/cjs/api');

/**
 * Ends jest's output with the report over all requests, where `test/run.mjs` has asked for it, and
 * the one line that a machine reads.
 */
module.exports = class ClosingLines {
	async onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = results;
		const brokenSuites = numTotalTests === 0 || numFailedTests === 0 ? numFailedTestSuites : 0;
		let passed = numPassedTests;
		let failed = numFailedTests + brokenSuites;
		const file = process.env.MESSAGING_PACK_RECORD;
		if (file) {
			const { report } = requireTypeScript('./report.ts', __filename);
			const told = await report(file, process.env.PROVIDER_SPECS_DIR);
			console.log(told.lines.join('\n'));
			passed += told.passed;
			failed += told.failed;
		}
		console.log(`\n${passed} passed, ${failed} failed`);
		this.failed = failed > 0;
	}

	getLastError() {
		return this.failed ? new Error('Not all tests and checks passed') : undefined;
	}
};
