import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const keyOf = (number: number) => `5e05d8448f8461dada9b000${number}`;
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the sandbox takes for an Excel file. */
const sheet = (rows: IDataObject[]) =>
	Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(JSON.stringify(rows))]);

const fileOf = (rows: IDataObject[]) => ({
	data: { name: '线索 1.xlsx', mimeType: sheetType, content: sheet(rows) },
});

const run = async (parameters: INodeParameters, rows?: IDataObject[]) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: { resource: 'data', ...parameters },
		files: rows && [fileOf(rows)],
	});

/** Checks that an output item is one file of that name and type. */
const expectFile = (items: INodeExecutionData[], fileName: string, mimeType: string) => {
	expect(items).toHaveLength(1);
	expect(items[0]!.json).toMatchObject({ fileName, mimeType });
	expect(items[0]!.binary!.data).toMatchObject({ fileName, mimeType });
};

const tagged = (index: number) => ({ tag: index === 1 ? 'THREADS_FILE' : 'THREADS' });

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'export',
	endpoint: 'POST /mail_threads/exportdata/{param}',
	parameters: {
		exportTag: '={{ $json.tag }}',
		filters: { n_name_like: '员工', page: 1, size: 100, furtherFields: '{"n_x_priority_eq":0}' },
	},
	item: () => ({ tag: 'THREADS' }),
	bad: { tag: 'UNKNOWN' },
	sent: ({ path, query, body }, { tag }) => {
		expect(path).toBe('/mail_threads/exportdata/fetch_default');
		expect(query).toEqual({ srfexporttag: tag });
		expect(body).toEqual({ n_name_like: '员工', page: 1, size: 100, n_x_priority_eq: 0 });
	},
	given: (items) => expectFile(items, '数据导出.xlsx', sheetType),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'exportRecord',
	endpoint: 'POST /mail_threads/exportdata/{param}/{key}',
	parameters: { threadId: '={{ $json.key }}', exportTag: 'THREADS' },
	item: (index) => ({ key: keyOf(index) }),
	bad: { key: 'no-such-thread' },
	sent: ({ path, query, body }, { key }) => {
		expect(path).toBe(`/mail_threads/exportdata/fetch_default/${String(key)}`);
		expect(query).toEqual({ srfexporttag: 'THREADS' });
		expect(body).toEqual({});
	},
	given: (items) => expectFile(items, '数据导出.xlsx', sheetType),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'getImportTemplate',
	endpoint: 'GET /mail_threads/importtemplate',
	parameters: { importTag: '={{ $json.tag }}' },
	item: tagged,
	bad: { tag: 'UNKNOWN' },
	sent: ({ query }, { tag }) => expect(query).toEqual({ srfimporttag: tag }),
	given: (items) => expectFile(items, '邮件会话导入模板.xlsx', sheetType),
});

for (const [operation, route, given] of [
	['import', 'importdata', { success: true, refusedRows: [] }],
	['importWithErrorFile', 'importdata2', { total: 1, success: 1, errorinfo: [], errorfile: null }],
] as const) {
	provesOperation(sandbox, {
		node: 'iBiz',
		resource: 'data',
		operation,
		endpoint: `POST /mail_threads/${route}`,
		parameters: { importTag: '={{ $json.tag }}' },
		item: tagged,
		files: (index) => fileOf([{ id: `imported-${index}`, name: 'Imported' }]),
		bad: { tag: 'UNKNOWN' },
		sent: ({ query, headers, files, body }, { tag }) => {
			expect(query).toEqual({ srfimporttag: tag });
			expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
			expect(body).toEqual({});
			expect(files).toMatchObject([{ field: 'file', name: '线索 1.xlsx', mimeType: sheetType }]);
		},
		given: (items) => expect(items.map(({ json }) => json)).toEqual([given]),
	});
}

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'importAsynchronously',
	endpoint: 'GET /mail_threads/asyncimportdata2',
	parameters: {
		fileId: '={{ $json.file }}',
		importTag: 'THREADS',
		additionalFields: { importSchemaId: 'schema-1' },
	},
	item: (index) => ({ file: `file-${index + 1}` }),
	bad: { file: 'no-such-file' },
	sent: ({ query }, { file }) =>
		expect(query).toEqual({
			srfimporttag: 'THREADS',
			srfossfileid: file,
			srfimportschemaid: 'schema-1',
		}),
	given: (items) => {
		expect(items).toHaveLength(1);
		const asyncacitonid: unknown = expect.stringMatching(/^sandbox-job-/);
		expect(items[0]!.json).toMatchObject({ asyncacitonid, actionstate: 20 });
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'print',
	endpoint: 'GET /mail_threads/printdata/{key}',
	parameters: { threadIds: '={{ $json.keys }}', printTag: 'THREAD' },
	item: (index) => ({ keys: `${keyOf(index)}, ${keyOf(index + 1)};${keyOf(index)}` }),
	bad: { keys: `${keyOf(0)},no-such-thread` },
	sent: ({ path, query }, { keys }) => {
		const [first, second] = String(keys).split(/[,;] ?/);
		expect(path).toBe(`/mail_threads/printdata/${first}%3B${second}`);
		expect(query).toEqual({ srfprinttag: 'THREAD', srfcontenttype: 'PDF' });
	},
	given: (items) => expectFile(items, '邮件会话.pdf', 'application/pdf'),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'data',
	operation: 'report',
	endpoint: 'POST /mail_threads/report',
	parameters: {
		contentType: 'EXCEL',
		reportTag: '={{ $json.tag }}',
		additionalFields: { furtherFields: '{"n_name_like":"员工"}' },
		binaryPropertyName: 'data',
	},
	item: () => ({ tag: 'OVERVIEW' }),
	bad: { tag: 'UNKNOWN' },
	sent: ({ query, body }, { tag }) => {
		expect(query).toEqual({ srfreporttag: tag, srfcontenttype: 'EXCEL' });
		expect(body).toEqual({ n_name_like: '员工' });
	},
	given: (items) => expectFile(items, '会话概览.xlsx', sheetType),
});

describe('iBiz files', () => {
	it.each([
		['PDF', 'application/pdf', '邮件会话.pdf', '%PDF-1.4\n'],
		['HTML', 'text/html', '邮件会话.html', '<!DOCTYPE html>'],
		['EXCEL', sheetType, '邮件会话.xlsx', 'PK\u0003\u0004'],
	])('are given byte for byte: %s', async (contentType, mimeType, fileName, start) => {
		const { items, content } = await run({
			operation: 'print',
			threadIds: [keyOf(0), keyOf(1)],
			contentType,
			printTag: 'THREAD',
			binaryPropertyName: 'paper',
		});
		const expected = Buffer.from(`${start}商机 1\n商机 2`);
		expect(items[0]!.json).toEqual({ fileName, mimeType, size: expected.length });
		expect(await content(items[0]!, 'paper')).toEqual(expected);
	});

	it('are sent byte for byte, and come back in an export', async () => {
		const rows = [{ id: 'imported', name: 'Imported 已导入' }];
		const { requests } = await run({ operation: 'import', importTag: 'THREADS' }, rows);
		expect(requests.at(-1)!.files[0]!.content).toEqual(sheet(rows));
		const { items, content } = await run({
			operation: 'exportRecord',
			threadId: 'imported',
			exportTag: 'THREADS',
		});
		expect(await content(items[0]!, 'data')).toEqual(sheet(rows));
	});

	it('get a name where iBiz gives none', async () => {
		sandbox().misbehave({
			provider: 'iBiz',
			operationId: 'data.report',
			behaviour: {
				kind: 'status',
				status: 200,
				headers: { 'content-type': 'application/msword' },
				body: 'x',
			},
		});
		const { items } = await run({
			operation: 'report',
			contentType: 'WORD',
			reportTag: 'OVERVIEW',
		});
		expectFile(items, 'report.docx', 'application/msword');
	});

	it('list the rows that were refused', async () => {
		const rows = [{ id: 'one' }, { name: 'No key' }];
		const { items } = await run({ operation: 'import', importTag: 'THREADS' }, rows);
		expect(items[0]!.json).toEqual({
			success: false,
			refusedRows: [{ row: 2, reason: '标识不能为空' }],
		});
	});

	it('hold the rows that were refused, where the site answers so', async () => {
		const rows = [{ id: 'one' }, { name: 'No key' }];
		const parameters = { operation: 'importWithErrorFile', importTag: 'THREADS_FILE' };
		const { items, content } = await run(parameters, rows);
		expectFile(items, '导入错误.xlsx', sheetType);
		expect(await content(items[0]!, 'data')).toEqual(sheet([{ name: 'No key' }]));
	});

	it('are refused by iBiz where they are no Excel files', async () => {
		const { error } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: { resource: 'data', operation: 'import', importTag: 'THREADS' },
			files: [{ data: { name: 'a.txt', mimeType: 'text/plain', content: Buffer.from('text') } }],
		});
		expect(error?.message).toBe(
			'iBiz refused the request: 导入文件格式不正确 (code 5: input not accepted)',
		);
	});

	it('must be there', async () => {
		const { error, requests } = await run({ operation: 'import', inputDataFieldName: 'sheet' }, []);
		expect(error?.message).toMatch(/'Input Data Field Name' names the binary field 'sheet'/);
		expect(requests).toEqual([]);
	});

	it('are not asked for by tag where none is given', async () => {
		const { error, requests } = await run({ operation: 'report' });
		expect(requests.at(-1)).toMatchObject({ query: { srfcontenttype: 'PDF' }, body: {} });
		expect(error?.message).toContain('(code 21: model of the site not usable)');
	});
});
