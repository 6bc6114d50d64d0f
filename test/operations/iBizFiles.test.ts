import type { IDataObject } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const record = '5e05d8448f8461dada9b0000';

const run = async (parameters: IDataObject) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: { downloadAttachments: true, ...parameters } as never,
	});

const listed = async (more: IDataObject = {}) =>
	await run({ resource: 'attachment', operation: 'getMany', recordId: record, ...more });

const onlyFiles = { filters: { n_type_eq: 'binary' } };

/** Another server than that of the API, which notes what it is asked with. */
async function withOther<Result>(task: (url: string, headers: object[]) => Promise<Result>) {
	const headers: object[] = [];
	const server = createServer((request, response) => {
		headers.push(request.headers);
		response.setHeader('content-type', 'text/plain').end('linked');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		return await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file`, headers);
	} finally {
		server.close();
	}
}

/** Has the list of attachments be this one. */
const tell = (attachments: object[]) =>
	sandbox().misbehave({
		operationId: 'attachment.getMany',
		times: 1,
		behaviour: { kind: 'status', status: 200, body: attachments },
	});

describe('Files of iBiz', () => {
	it('are downloaded with the attachments that are listed', async () => {
		const { items, error, requests } = await listed(onlyFiles);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0]!.binary!.attachment_0).toMatchObject({
			fileName: '报价 0.pdf',
			mimeType: 'application/pdf',
		});
		expect(items[0]!.json.attachmentErrors).toBeUndefined();
		const [download] = requests.filter(({ operationId }) => operationId === 'file.download');
		expect(download!.path).toBe('/ibizutil/download/ibizodoo/file-0');
	});

	it('are not downloaded unless asked for', async () => {
		const { items, requests } = await listed({ downloadAttachments: false });
		expect(items.map(({ binary }) => binary)).toEqual([undefined, undefined]);
		expect(requests.some(({ path }) => path.includes('download'))).toBe(false);
	});

	it('are downloaded with a mail thread that tells of them', async () => {
		const attachments = [0, 1, 7].map((index) => ({ name: `${index}.pdf`, file_id: `file-${index}` }));
		await run({
			resource: 'mailThread',
			operation: 'update',
			threadId: record,
			updateFields: { attachments: JSON.stringify(attachments) },
		});
		const { items } = await run({
			resource: 'mailThread',
			operation: 'getMany',
			filters: { n_id_eq: record },
		});
		expect(Object.keys(items[0]!.binary!).sort()).toEqual(['attachment_0', 'attachment_1']);
		expect(items[0]!.json.attachmentErrors).toEqual([{ name: '7.pdf', error: 'HTTP status 500' }]);
	});

	it('never take the credential to another host', async () => {
		await withOther(async (url, headers) => {
			tell([
				{ id: 'a', name: 'link', type: 'url', url },
				{ id: 'b', name: 'file', type: 'binary', file_id: 'file-1' },
			]);
			const { items, requests } = await listed();
			expect(items.map(({ binary }) => binary?.attachment_0?.mimeType)).toEqual([
				'text/plain',
				'application/octet-stream',
			]);
			expect(headers).toHaveLength(1);
			for (const name of ['authorization', 'srfsystemid', 'srforgid']) {
				expect(headers[0]).not.toHaveProperty(name);
				const download = requests.find(({ operationId }) => operationId === 'file.download')!;
				expect(download.headers).toHaveProperty(name);
			}
		});
	});

	it('of links without a host are not looked for at iBiz', async () => {
		tell(['/v7/logout', '//example.com/x', 'file:///etc/passwd', null].map((url, id) => ({ id: `${id}`, url })));
		const { items, requests } = await listed();
		for (const { json } of items) {
			expect(json.attachmentErrors).toEqual([{ name: 'attachment 0', error: 'no web address' }]);
		}
		expect(items).toHaveLength(4);
		expect(requests.filter(({ method }) => method === 'GET')).toEqual([]);
	});

	it('that cannot leave their folder by their key', async () => {
		tell([{ id: 'a', name: 'up', file_id: '../../mail_threads/x' }]);
		const { items, requests } = await listed();
		expect(items[0]!.json.attachmentErrors).toEqual([{ name: 'up', error: 'HTTP status 500' }]);
		expect(requests.at(-1)!.path).toBe('/ibizutil/download/ibizodoo/..%2F..%2Fmail_threads%2Fx');
	});

	it('that are too large are told and left out, by what iBiz says and by what comes', async () => {
		const big = Buffer.alloc(1_100_000, 'x');
		const upload = { resource: 'attachment', operation: 'upload', model: 'crm_lead', recordId: record };
		const { items } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: upload,
			files: [{ data: { name: 'big.bin', content: big } }],
		});
		const file_id = items[0]!.json.id as string;
		tell([
			{ id: 'a', name: 'told', file_id, file_size: big.length },
			{ id: 'b', name: 'untold', file_id },
			{ id: 'c', name: 'small', file_id: 'file-1' },
		]);
		const result = await listed({ largestAttachment: 1 });
		expect(result.items.map(({ json }) => json.attachmentErrors)).toEqual([
			[{ name: 'told', error: 'larger than 1 MB' }],
			[{ name: 'untold', error: 'larger than 1 MB' }],
			undefined,
		]);
		expect(Object.keys(result.items[2]!.binary!)).toEqual(['attachment_0']);
	});
});
