import fc from 'fast-check';
import { loadOutputSchema } from 'n8n-core';
import { OpenAPIValidator } from 'openapi-backend';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

import { schemaOf, type OutputSchema } from '../outputSchema';
import { schemaFile, schemaFiles } from '../outputSchemas';
import { declared } from '../support/operations';
import { triggerOutput } from '../support/record';

const root = resolve(__dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as OutputSchema;

const services = [...new Set(declared.map(({ node }) => node))];

/** All schemas in a schema, itself too. */
const within = (schema: OutputSchema): OutputSchema[] => [
	schema,
	...Object.values(schema.properties ?? {}).flatMap(within),
	...(schema.items ? within(schema.items) : []),
];

describe('The schemas of outputs', () => {
	it('are there for each operation and for the triggers of each service, and for nothing else', () => {
		const wanted = [
			...declared.map(({ node, name }) => schemaFile(node, name)),
			...services.map((node) => schemaFile(node, triggerOutput)),
		];
		const names = (files: string[]) => files.map((file) => relative(root, file)).sort();
		expect(names(schemaFiles())).toEqual(names(wanted));
	});

	it('are what n8n finds for the operation of a node', () => {
		for (const { node, name, resource, operation } of declared) {
			const file = schemaFile(node, name);
			const nodeDir = resolve(root, 'dist', relative(root, dirname(file)), '../../..');
			const found = loadOutputSchema({ nodeDir, version: 1, resource, operation: operation.value });
			expect({ name, schema: found }).toEqual({ name, schema: read(file) });
		}
	});

	it("are what n8n's assistant finds for triggers, and the editor does not", () => {
		for (const node of services) {
			const file = schemaFile(node, triggerOutput);
			const nodeDir = resolve(root, 'dist', relative(root, dirname(file)), '../..');
			const found = loadOutputSchema({ nodeDir, version: 1, versionFallback: true });
			expect({ node, schema: found }).toEqual({ node, schema: read(file) });
			expect(loadOutputSchema({ nodeDir, version: 1 })).toBeUndefined();
		}
	});

	it('are such that the editor shows them', () => {
		for (const file of schemaFiles()) {
			const { type, properties = {} } = read(file);
			expect({ file, type }).toEqual({ file, type: 'object' });
			expect(Object.keys(properties).length).toBeGreaterThan(0);
		}
	});

	it('are small, and hold no values of records', () => {
		for (const file of schemaFiles().filter(existsSync)) {
			const { version, ...schema } = read(file) as OutputSchema & { version: number };
			expect(version).toBe(1);
			expect(readFileSync(file, 'utf8')).toMatch(/^\S+\n$/);
			for (const { type, nullable, properties = {}, items, ...rest } of within(schema)) {
				expect({ file, rest }).toEqual({ file, rest: {} });
				expect([true, undefined]).toContain(nullable);
				expect(typeof type === 'string' || Array.isArray(type)).toBe(true);
				for (const name of Object.keys(properties)) expect(name).toMatch(/^[A-Za-z_]\w*$/);
				expect(['object', 'undefined']).toContain(typeof items);
			}
		}
	});
});

describe('A schema made of values', () => {
	it('fits all of them', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (values) => {
				const content = {
					'application/json': {
						schema: { type: 'object', properties: { value: schemaOf(values) } },
					},
				};
				const responses = { 200: { description: 'A value', content } };
				const validator = new OpenAPIValidator({
					definition: {
						openapi: '3.0.3',
						info: { title: 'Values', version: '1' },
						paths: { '/value': { get: { operationId: 'value', responses } } },
					} as never,
					ajvOpts: { logger: false, ownProperties: true },
				});
				for (const value of values) {
					expect(validator.validateResponse({ value }, 'value').errors ?? []).toEqual([]);
				}
			}),
			{ numRuns: 50 },
		);
	});

	it('says what may be null, beside the type that the editor reads', () => {
		expect(
			schemaOf([{ from: null }, { from: { id: 1 } }, { list: [] }, { list: ['a', null] }]),
		).toEqual({
			type: 'object',
			properties: {
				from: { type: 'object', nullable: true, properties: { id: { type: 'number' } } },
				list: { type: 'array', items: { type: 'string', nullable: true } },
			},
		});
	});

	it('does not fit other values', () => {
		expect(schemaOf([1, 'a'])).toEqual({ type: ['number', 'string'] });
		expect(schemaOf([null])).toEqual({ type: 'null' });
	});
});
