import { loadOpenApi, type Checked, type OpenApi, type Operation } from '../../sandbox/openApi';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const text = { type: 'string' };
const responses = { 200: { description: 'OK' } };

const document = {
	openapi: '3.0.3',
	info: { title: 'Test', version: '1' },
	components: {
		schemas: {
			Base: { type: 'object', properties: { id: text } },
			Tree: {
				type: 'object',
				properties: {
					name: text,
					children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
				},
			},
		},
		securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'api_key' } },
	},
	paths: {
		'/composed': {
			post: {
				operationId: 'composed',
				requestBody: json({
					allOf: [
						{ $ref: '#/components/schemas/Base' },
						{ type: 'object', properties: { open: { type: 'object' }, more: text } },
						{ oneOf: [{ properties: { left: text } }, { properties: { right: text } }] },
					],
				}),
				responses,
			},
		},
		'/trees': {
			post: {
				operationId: 'tree',
				requestBody: json({ $ref: '#/components/schemas/Tree' }),
				responses,
			},
		},
		'/files/{key}': {
			post: {
				operationId: 'file',
				parameters: [
					{ name: 'key', in: 'path', required: true, schema: text },
					{ name: 'names', in: 'query', schema: { type: 'array', items: text } },
					{ name: 'X-Org', in: 'header', required: true, schema: text },
				],
				requestBody: {
					required: true,
					content: {
						'multipart/form-data': {
							schema: {
								type: 'object',
								required: ['file'],
								properties: {
									file: { type: 'string', format: 'binary' },
									more: { type: 'array', items: { type: 'string', format: 'binary' } },
									note: text,
								},
							},
						},
						'text/csv': { schema: text },
					},
				},
				responses,
			},
		},
		'/bytes': {
			post: {
				operationId: 'bytes',
				requestBody: json({ properties: { content: { type: 'string', format: 'byte' } } }),
				responses,
			},
		},
	},
};

let api: OpenApi;

beforeAll(async () => {
	api = await loadOpenApi(document, true);
});

const request = (path: string, changes: Partial<Checked>): Checked => ({
	method: 'POST',
	path,
	query: {},
	headers: { 'content-type': 'application/json' },
	body: undefined,
	files: [],
	...changes,
});

function problems(path: string, changes: Partial<Checked>): string[] {
	const operation = api.find('POST', path) as Operation;
	return api.problems(operation, request(path, changes));
}

it('closes composed objects over all their parts', () => {
	expect(problems('/composed', { body: { id: 'a', more: 'b', open: { any: 1 } } })).toEqual([
		expect.stringContaining('must match exactly one schema'),
	]);
	expect(problems('/composed', { body: { id: 'a', more: 'b', other: 1 } })).toContain(
		'body must NOT have additional properties (other)',
	);
});

it('closes objects that hold objects of their own kind', () => {
	expect(problems('/trees', { body: { name: 'a', children: [{ name: 'b' }] } })).toEqual([]);
	expect(problems('/trees', { body: { children: [{ children: [{ age: 1 }] }] } })).toEqual([
		'body/children/0/children/0 must NOT have additional properties (age)',
	]);
});

describe('a form', () => {
	const file = (field: string) => ({
		field,
		name: 'a.txt',
		mimeType: 'text/plain',
		content: Buffer.from('x'),
	});
	const headers = { 'content-type': 'multipart/form-data; boundary=X', 'x-org': '1' };

	it('has its parts, one or several', () => {
		const files = [file('file'), file('more')];
		const body = { note: 'x' };
		const query = { names: 'one', api_key: 'k' };
		expect(problems('/files/1', { headers, files, body, query })).toEqual([]);
	});

	it.each([
		['no file', [], {}, "body must have required property 'file'"],
		['text for a file', [], { file: 'x' }, 'body/file must be object'],
		['two files for one', [file('file'), file('file')], {}, 'body/file must be object'],
		['a file for text', [file('file'), file('note')], {}, 'body/note must be string'],
		[
			'an unknown part',
			[file('file'), file('x')],
			{},
			'body must NOT have additional properties (x)',
		],
	])('is refused with %s', (_what, files, body, words) => {
		expect(problems('/files/1', { headers, files, body })).toEqual([words]);
	});

	it('may give way to text where the document says so', () => {
		const csv = { headers: { 'content-type': 'text/csv', 'x-org': '1' }, body: 'a,b' };
		const operation = api.find('POST', '/files/1') as Operation;
		expect(api.takes(operation, request('/files/1', csv))).toBe(true);
		expect(problems('/files/1', csv)).toEqual([]);
		expect(api.takes(operation, request('/files/1', {}))).toBe(false);
	});

	it('needs the headers that the document requires', () => {
		const files = [file('file')];
		const without = { 'content-type': headers['content-type'] };
		expect(problems('/files/1', { headers: without, files, body: {} })).toEqual([
			"header must have required property 'x-org'",
		]);
	});
});

it('decodes path parameters and knows 404 from 405', () => {
	const operation = api.find('POST', '/files/a%2Fb%3B%D1%84') as Operation;
	expect(api.params(operation, '/files/a%2Fb%3B%D1%84')).toEqual({ key: 'a/b;ф' });
	expect(api.find('GET', '/files/1')).toBe(405);
	expect(api.find('POST', '/files/1/2')).toBe(404);
});

it('checks base64 of many megabytes at once', () => {
	const content = Buffer.alloc(40 * 1024 * 1024, 7).toString('base64');
	expect(problems('/bytes', { body: { content } })).toEqual([]);
	expect(problems('/bytes', { body: { content: `${content}!` } })).toEqual([
		'body/content must match format "byte"',
	]);
});

it('refuses a contract that is not OpenAPI', async () => {
	await expect(loadOpenApi({ ...document, info: {} }, true)).rejects.toThrow();
});
