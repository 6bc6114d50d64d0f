import type { IDataObject } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

/** A record, a contact, and a key that nothing has. */
const recordOf = (number: number) => `5e05d8448f8461dada9b000${number}`;
const contact = '3f0c5a7e9b1d4c2688cc0001';
const nothing = { key: 'nothing-has-this-key' };

const run = async (resource: string, parameters: IDataObject, more = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: { resource, ...parameters } as never,
		...more,
	});

const text = (content: string, name = 'offer.txt') => ({
	data: { name, mimeType: 'text/plain', content: Buffer.from(content) },
});

const offers = { n_name_like: '报价', n_res_model_eq: 'CRM_LEAD', n_type_eq: 'binary' };

/** Free conditions that hold for everything, where the field is known. */
const conditionsOn = (fieldname: string) => [
	{ condtype: 'DEFIELD', fieldname, condop: 'LIKE', value: '' },
];

const named = (requests: Array<{ operationId?: string }>, operationId: string) =>
	requests.filter((request) => request.operationId === operationId);

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'follower',
	operation: 'add',
	endpoint: 'POST /mail_followers/save',
	parameters: {
		model: 'crm_lead',
		recordId: '={{ $json.key }}',
		contactId: contact,
		additionalFields: { type: '30', furtherFields: '{"name":"Ada"}' },
	},
	item: (index) => ({ key: recordOf(index) }),
	bad: nothing,
	sent: ({ body }, { key }) =>
		expect(body).toEqual({
			id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			res_model: 'crm_lead',
			res_id: key,
			partner_id: contact,
			type: '30',
			name: 'Ada',
		}),
	given: (items, { key }) =>
		expect(items[0]!.json).toEqual({
			id: expect.any(String) as string,
			contactId: contact,
			name: 'Ada',
			follows: 'Important Only',
			model: 'crm_lead',
			recordId: key,
		}),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'follower',
	operation: 'getMany',
	endpoint: 'POST /mail_followers/fetch_default',
	parameters: {
		recordId: '={{ $json.key }}',
		filters: { n_name_like: '客户', n_type_eq: '40', searchconds: '={{ $json.conditions }}' },
	},
	item: (index) => ({ key: recordOf(index), conditions: conditionsOn('user_id') }),
	bad: { key: recordOf(0), conditions: conditionsOn('salary') },
	sent: ({ body }, { key }) => {
		const asked = { page: 0, size: 50, n_res_id_eq: key, sort: 'id,asc' };
		const searchconds = conditionsOn('user_id');
		expect(body).toEqual({ ...asked, n_name_like: '客户', n_type_eq: '40', searchconds });
	},
	given: (items, { key }) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ recordId: key, follows: 'Following' });
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'follower',
	operation: 'remove',
	endpoint: 'DELETE /mail_followers/{key}',
	parameters: { followerId: '={{ $json.key }}' },
	item: (index) => ({ key: `follower-20-${index}` }),
	bad: nothing,
	sent: ({ path, body }, { key }) => {
		expect(path).toBe(`/mail_followers/${String(key)}`);
		expect(body).toBeUndefined();
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'attachment',
	operation: 'getMany',
	endpoint: 'POST /ir_attachments/fetch_default',
	parameters: {
		recordId: '={{ $json.key }}',
		filters: { ...offers, searchconds: '={{ $json.conditions }}' },
	},
	item: (index) => ({ key: recordOf(index), conditions: conditionsOn('url') }),
	bad: { key: recordOf(0), conditions: conditionsOn('salary') },
	sent: ({ body }, { key }) => {
		const asked = { page: 0, size: 50, n_res_id_eq: key, sort: 'create_date,desc;id,desc' };
		expect(body).toEqual({ ...asked, ...offers, searchconds: conditionsOn('url') });
	},
	given: (items, { key }) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual({
			id: `attachment-${String(key).slice(-1)}`,
			name: `报价 ${String(key).slice(-1)}.pdf`,
			type: 'file',
			size: 10,
			mimeType: 'application/pdf',
			model: 'crm_lead',
			recordId: key,
			createdAt: expect.stringMatching(/^2026-01-0\dT02:00:00\.000Z$/) as string,
		});
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'attachment',
	operation: 'download',
	endpoint: 'GET /ibizutil/download/{cat}/{id}',
	parameters: { attachmentId: '={{ $json.key }}' },
	item: (index) => ({ key: `attachment-${index}` }),
	bad: nothing,
	sent: ({ path, body }, { key }) => {
		expect(path).toBe(`/ibizutil/download/ibizodoo/${String(key).replace('attachment', 'file')}`);
		expect(body).toBeUndefined();
	},
	given: (items, { key }) => {
		const fileName = `报价 ${String(key).slice(-1)}.pdf`;
		const mimeType = 'application/pdf';
		expect(items.map(({ json }) => json)).toEqual([{ fileName, mimeType, size: 10 }]);
		expect(items[0]!.binary!.data).toMatchObject({ fileName, mimeType });
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'attachment',
	operation: 'upload',
	endpoint: 'POST /ir_attachments',
	parameters: { model: 'crm_lead', recordId: '={{ $json.key }}' },
	item: (index) => ({ key: recordOf(index) }),
	files: (index) => text(`offer ${index}`),
	bad: nothing,
	sent: ({ body }, { key }) => {
		const { id } = body as { id: string };
		expect(id).toMatch(/^[0-9a-f]{32}$/);
		expect(body).toEqual({
			id,
			file_id: id,
			file_size: 7,
			mimetype: 'text/plain',
			name: 'offer.txt',
			res_id: key,
			res_model: 'crm_lead',
			store_fname: 'offer.txt',
			type: 'binary',
		});
	},
	given: (items, { key }) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ name: 'offer.txt', recordId: key, type: 'file' });
	},
});

describe('iBiz followers', () => {
	const add = async (model: string, type: string) =>
		await run('follower', {
			operation: 'add',
			model,
			recordId: recordOf(5),
			contactId: contact,
			additionalFields: { type },
		});

	it('are not there twice when they are added twice', async () => {
		await add('crm_lead', '20');
		const { error } = await add('CRM_LEAD', '40');
		expect(error).toBeUndefined();
		const { items } = await run('follower', { operation: 'getMany', recordId: recordOf(5) });
		expect(items.map(({ json }) => [json.contactId, json.follows])).toEqual([[contact, 'Following']]);
	});

	it('that somebody else has added are told as such', async () => {
		const { error } = await run('follower', {
			operation: 'add',
			model: 'crm_lead',
			recordId: recordOf(1),
			contactId: '3f0c5a7e9b1d4c2688bb4001',
		});
		expect(error?.message).toContain('code 6: key already in use');
	});
});

describe('iBiz attachments', () => {
	it('come back as they were uploaded', async () => {
		const content = `${'一'.repeat(50_000)}\r\n<html>`;
		const about = { model: 'crm_lead', recordId: recordOf(9) };
		const files = [text(content, '页面.html')];
		files[0]!.data.mimeType = 'text/html';
		const { items, requests } = await run('attachment', { operation: 'upload', ...about }, { files });
		const [sent] = named(requests, 'file.upload') as never as Array<{ path: string; files: object[] }>;
		expect(sent!.path).toBe('/ibizutil/upload/ibizodoo');
		expect(sent!.files).toMatchObject([{ field: 'file', name: '页面.html', mimeType: 'text/html' }]);
		const attachmentId = items[0]!.json.id as string;
		const got = await run('attachment', {
			operation: 'download',
			attachmentId,
			binaryPropertyName: 'page',
		});
		const binary = got.items[0]!.binary!.page!;
		expect(binary).toMatchObject({ fileName: '页面.html', mimeType: 'text/html' });
		expect(got.items[0]!.json.size).toBe(Buffer.byteLength(content));
	});

	it('are listed with the newest first', async () => {
		const about = { model: 'crm_lead', recordId: recordOf(0) };
		await run('attachment', { operation: 'upload', ...about }, { files: [text('offer')] });
		const { items } = await run('attachment', { operation: 'getMany', recordId: recordOf(0) });
		expect(items.map(({ json }) => json.name)).toEqual(['offer.txt', '链接 0', '报价 0.pdf']);
	});

	it('that are links are told as such', async () => {
		const { error } = await run('attachment', { operation: 'download', attachmentId: 'link-1' });
		expect(error?.message).toBe(
			'The attachment link-1 holds no file, but the link https://example.com/1',
		);
	});

	it('are looked for where the site keeps its files', async () => {
		const elsewhere = { operation: 'download', attachmentId: 'attachment-1', options: { category: 'tmp' } };
		const { error, requests } = await run('attachment', elsewhere);
		expect(requests.at(-1)!.path).toBe('/ibizutil/download/tmp/file-1');
		expect(error?.message).toContain('data missing');
	});

	it('are not attached where the file was not stored', async () => {
		const parameters = { operation: 'upload', model: 'crm_lead', recordId: recordOf(1) };
		const files = [text('offer')];
		const elsewhere = { ...parameters, options: { category: 'tmp' } };
		const { error, requests } = await run('attachment', elsewhere, { files });
		expect(error?.message).toContain('目录[tmp]不存在');
		expect(named(requests, 'attachment.create')).toEqual([]);
		sandbox().misbehave({
			operationId: 'file.upload',
			times: 1,
			behaviour: { kind: 'status', status: 200, body: {} },
		});
		const keyless = await run('attachment', parameters, { files });
		expect(keyless.error?.message).toContain('told no key of it');
		expect(named(keyless.requests, 'attachment.create')).toEqual([]);
	});

	it.each(['file.upload', 'attachment.create'])(
		'are not uploaded again when nobody knows what has become of %s',
		async (operationId) => {
			sandbox().misbehave({ operationId, times: 1, behaviour: { kind: 'cut', when: 'after' } });
			const parameters = { operation: 'upload', model: 'crm_lead', recordId: recordOf(1) };
			const { error, requests } = await run('attachment', parameters, { files: [text('offer')] });
			expect(error?.message).toContain('It may have been carried out');
			expect(error?.description).toContain('Use "Attachment: Get Many" with the same record');
			expect(named(requests, operationId)).toHaveLength(1);
		},
	);

	it('are read again when a read fails, at either step', async () => {
		for (const operationId of ['attachment.get', 'file.download']) {
			const behaviour = { kind: 'html', status: 502 } as const;
			sandbox().misbehave({ operationId, times: 1, behaviour });
		}
		const { items, error } = await run('attachment', {
			operation: 'download',
			attachmentId: 'attachment-2',
		});
		expect(error).toBeUndefined();
		expect(items[0]!.json.fileName).toBe('报价 2.pdf');
	});
});
