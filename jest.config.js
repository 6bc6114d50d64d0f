// Tests read what n8n throws; its log would only repeat it
process.env.N8N_LOG_LEVEL = 'silent';

const line = process.env.N8N_LINE;
const modules = line && `<rootDir>/test/n8n-${line}/node_modules`;

/**
 * With N8N_LINE=1.123 the tests that run nodes use the engine of that line instead of the newest.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${line ? '{engine,operations,triggers}' : '**'}/*.test.ts`],
	moduleNameMapper: modules
		? { '^(n8n-core|n8n-workflow|@n8n/di|reflect-metadata)(/.*)?$': `${modules}/$1$2` }
		: {
				'^@actions/([^/]+)$': '<rootDir>/node_modules/@actions/$1/dist/index.js',
				'^@actions/([^/]+)/(.+)$': '<rootDir>/node_modules/@actions/$1/dist/$2.js',
			},
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
		'^.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
	},
	// Published as ES modules only
	transformIgnorePatterns: ['/node_modules/(?!@apidevtools/|@actions/)', '<rootDir>/dist/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json', '<rootDir>/.cache'],
	setupFiles: ['reflect-metadata'],
	testTimeout: 60_000,
	// The engine of the 1.123 line leaves a handle open
	forceExit: Boolean(line),
	reporters: ['default', '<rootDir>/test/reporter.js'],
};
