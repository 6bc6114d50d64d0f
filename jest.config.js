/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
		'^.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
	},
	// Published as ES modules only
	transformIgnorePatterns: ['/node_modules/(?!@apidevtools/)', '<rootDir>/dist/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json', '<rootDir>/.cache'],
	setupFiles: ['reflect-metadata'],
	testTimeout: 60_000,
	reporters: ['default', '<rootDir>/test/reporter.js'],
};
