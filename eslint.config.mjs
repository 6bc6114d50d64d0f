import { n8nCommunityNodesPlugin as community } from '@n8n/eslint-plugin-community-nodes';
import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rules of n8n's own strict configuration for community nodes, warnings counting as errors
 * (`--max-warnings 0`), on what is published; the general ones also on tests, sandbox and demo,
 * which may do what nodes must not, such as read files.
 */
export default defineConfig(
	globalIgnores(['dist', '.cache', 'demo/n8n', 'demo/n8n-1.123', 'coverage']),
	{
		files: ['**/*.ts'],
		extends: [eslint.configs.recommended, tseslint.configs.recommended, importX.flatConfigs.recommended],
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			'no-console': 'error',
			'prefer-spread': 'off',
			'max-lines': ['error', 400],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		extends: [community.configs.recommended],
		plugins: { 'n8n-nodes-base': nodesBase },
	},
	{
		files: ['package.json'],
		extends: [community.configs.recommended],
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: nodesBase.configs.community.rules,
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...nodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...nodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		ignores: ['nodes/shared/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group: ['**/shared/*'], message: 'nodes/shared/index.ts offers what services need' }] },
			],
		},
	},
	{ files: ['sandbox/main.ts', 'benchmark/**/*.ts'], rules: { 'no-console': 'off' } },
);
