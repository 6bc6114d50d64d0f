import type { IDataObject } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

/** A thread that is there, and a key that no thread has. */
const keyOf = (number: number) => `5e05d8448f8461dada9b000${number}`;
const nobody = { key: 'no-such-thread' };

/** Fields that the sandbox's site does not have make it refuse the record. */
const unknownField = { further: '{"x_unknown":1}' };

/** What Simplify leaves of a thread that nothing has happened to. */
const simpleThread = (values: IDataObject) => ({
	hasMessages: false,
	isFollowed: false,
	needsAction: false,
	needsActionCount: 0,
	hasDeliveryError: false,
	deliveryErrorCount: 0,
	hasSmsError: false,
	attachmentCount: 0,
	...values,
});

const existing = (index: number) => ({ key: keyOf(index) });
const fresh = (index: number) => ({
	key: `new-${index}`,
	name: `商机 neu ${index}`,
	further: '{}',
});
const withFurther = { threadId: '={{ $json.key }}' };
const fields = { name: '={{ $json.name }}', furtherFields: '={{ $json.further }}' };

const post = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: { resource: 'mailThread', ...parameters } as never,
		items,
	});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'create',
	endpoint: 'POST /mail_threads',
	parameters: { ...withFurther, additionalFields: fields },
	item: fresh,
	bad: { key: keyOf(0), name: 'There already', further: '{}' },
	sent: ({ body }, { key, name }) => expect(body).toEqual({ id: key, name }),
	given: (items, { key, name }) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual(simpleThread({ id: key, name }));
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'upsert',
	endpoint: 'POST /mail_threads/save',
	parameters: { ...withFurther, additionalFields: fields },
	item: fresh,
	bad: { key: 'new', name: 'Not of this model', ...unknownField },
	sent: ({ body }, { key, name }) => expect(body).toEqual({ id: key, name }),
	given: (items, { key, name }) => expect(items[0]!.json).toMatchObject({ id: key, name }),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'update',
	endpoint: 'PUT /mail_threads/{key}',
	parameters: { ...withFurther, updateFields: { name: '={{ $json.name }}' } },
	item: (index) => ({ ...existing(index), name: `Renamed ${index}` }),
	bad: { ...nobody, name: 'Nobody' },
	sent: ({ path, body }, { key, name }) => {
		expect(path).toBe(`/mail_threads/${String(key)}`);
		expect(body).toEqual({ id: key, name });
	},
	given: (items, { key, name }) => expect(items[0]!.json).toMatchObject({ id: key, name }),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'get',
	endpoint: 'GET /mail_threads/{key}',
	parameters: withFurther,
	item: existing,
	bad: nobody,
	sent: ({ path, query, body }, { key }) => {
		expect(path).toBe(`/mail_threads/${String(key)}`);
		expect(query).toEqual({});
		expect(body).toBeUndefined();
	},
	given: (items, { key }) => expect(items[0]!.json.id).toBe(key),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'delete',
	endpoint: 'DELETE /mail_threads/{key}',
	parameters: withFurther,
	item: existing,
	bad: nobody,
	sent: ({ path, body }, { key }) => {
		expect(path).toBe(`/mail_threads/${String(key)}`);
		expect(body).toBeUndefined();
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'checkKey',
	endpoint: 'POST /mail_threads/check_key',
	parameters: { ...withFurther, additionalFields: { furtherFields: fields.furtherFields } },
	item: (index) => ({ key: index === 1 ? 'free' : keyOf(index), further: '{}' }),
	bad: { key: 'free', ...unknownField },
	sent: ({ body }, { key }) => expect(body).toEqual({ id: key }),
	given: (items, { key }) => {
		const isFree = key === 'free';
		expect(items.map(({ json }) => json)).toEqual([
			{
				check: isFree ? 0 : 1,
				exists: !isFree,
				available: isFree,
				meaning: isFree ? 'No mail thread has this key' : 'A mail thread has this key',
			},
		]);
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'getDraft',
	endpoint: 'GET /mail_threads/get_draft',
	parameters: {
		...withFurther,
		additionalFields: { ...fields, attachments: '[{"id":"a"}]', has_message: true },
	},
	item: fresh,
	bad: { key: 'new', name: 'Not of this model', ...unknownField },
	sent: ({ query, body }, { key, name }) => {
		expect(query).toEqual({ id: key, name, attachments: '[{"id":"a"}]', has_message: '1' });
		expect(body).toBeUndefined();
	},
	given: (items, { key, name }) => {
		expect(items[0]!.json).toEqual(simpleThread({ id: key, name, hasMessages: true }));
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'getMany',
	endpoint: 'POST /mail_threads/fetch_default',
	parameters: {
		limit: 3,
		filters: {
			n_name_like: '={{ $json.name }}',
			query: '1',
			searchconds: '[{"condtype":"DEFIELD","fieldname":"has_message","condop":"EQ","value":0}]',
			furtherFields: '{"n_x_priority_eq":0}',
		},
		sort: { rules: [{ field: '={{ $json.field }}', direction: 'desc' }, { field: 'id' }] },
	},
	item: () => ({ name: '客户', field: 'name' }),
	bad: { name: '客户', field: 'salary' },
	sent: ({ body }) =>
		expect(body).toEqual({
			page: 0,
			size: 3,
			sort: 'name,desc;id,asc',
			n_name_like: '客户',
			query: '1',
			searchconds: [{ condtype: 'DEFIELD', fieldname: 'has_message', condop: 'EQ', value: 0 }],
			n_x_priority_eq: 0,
		}),
	given: (items) =>
		expect(items.map(({ json }) => json.name)).toEqual(['客户 991', '客户 981', '客户 971']),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'mailThread',
	operation: 'postMessage',
	endpoint: 'POST /mail_threads/mail_message_post',
	parameters: {
		model: 'crm_lead',
		recordId: '={{ $json.key }}',
		body: '<p>已联系客户</p>',
		additionalFields: {
			subject: 'Called',
			parent_id: 'message-1',
			furtherFields: '{"is_internal":1}',
		},
	},
	item: existing,
	bad: nobody,
	sent: ({ body }, { key }) =>
		expect(body).toEqual({
			model: 'crm_lead',
			res_id: key,
			body: '<p>已联系客户</p>',
			message_type: 'comment',
			subject: 'Called',
			parent_id: 'message-1',
			is_internal: 1,
		}),
	given: (items, { key }) =>
		expect(items.map(({ json }) => json)).toEqual([
			{
				provider: 'iBiz',
				threadId: key,
				subject: 'Called',
				text: '已联系客户',
				html: '<p>已联系客户</p>',
			},
		]),
});

describe('iBiz mail threads', () => {
	it('sends every field of a thread as iBiz wants it', async () => {
		const { requests } = await post({
			operation: 'create',
			threadId: ' new ',
			additionalFields: {
				attachments: [{ id: 'a', name: 'offer.pdf' }],
				followers: '[]',
				furtherFields: { x_priority: 2 },
				has_message: true,
				message_attachment_count: 1,
				message_has_error: false,
				message_has_error_counter: '0',
				message_has_sms_error: false,
				message_is_follower: true,
				message_needaction: true,
				message_needaction_counter: 3,
				name: 'New',
			},
		});
		expect(requests.at(-1)!.body).toEqual({
			id: 'new',
			attachments: [{ id: 'a', name: 'offer.pdf' }],
			followers: [],
			x_priority: 2,
			has_message: 1,
			message_attachment_count: 1,
			message_has_error: 0,
			message_has_error_counter: 0,
			message_has_sms_error: 0,
			message_is_follower: 1,
			message_needaction: 1,
			message_needaction_counter: 3,
			name: 'New',
		});
	});

	it('tells a key that a deleted thread has used', async () => {
		await post({ operation: 'delete', threadId: keyOf(1) });
		const { items } = await post({ operation: 'checkKey', threadId: keyOf(1) });
		expect(items[0]!.json).toEqual({
			check: 2,
			exists: false,
			available: false,
			meaning: 'A deleted mail thread has this key',
		});
	});

	it('posts a message that the thread then shows, once', async () => {
		const message = { model: 'crm_lead', recordId: keyOf(5), body: '<p>Hello</p>' };
		await post({ operation: 'postMessage', ...message });
		expect(sandbox().deliveries).toMatchObject([
			{ to: `crm_lead:${keyOf(5)}`, text: '<p>Hello</p>' },
		]);
		const { items } = await post({ operation: 'get', threadId: keyOf(5) });
		expect(items[0]!.json).toMatchObject({ hasMessages: true, needsActionCount: 1 });
	});

	it.each([
		[
			'a comma in a key',
			{ operation: 'delete', threadId: 'a,b' },
			/'Thread' must be the key of one/,
		],
		[
			'a semicolon in a key',
			{ operation: 'get', threadId: 'a;b' },
			/'Thread' must be the key of one/,
		],
		['a path in a key', { operation: 'get', threadId: '..' }, /'Thread' is not an ID/],
		[
			'a long key',
			{ operation: 'get', threadId: 'k'.repeat(101) },
			/'Thread' must have at most 100/,
		],
		[
			'a long name',
			{ operation: 'create', threadId: 'k', additionalFields: { name: 'n'.repeat(201) } },
			/'Name' must have at most 200 characters, but has 201/,
		],
		[
			'a field given twice',
			{
				operation: 'create',
				threadId: 'k',
				additionalFields: { name: 'n', furtherFields: '{"name":"m","id":"l"}' },
			},
			/'Further Fields \(JSON\)' must not contain what other fields of this node hold: name, id/,
		],
		[
			'a key that changes objects, hidden by escapes',
			{
				operation: 'create',
				threadId: 'k',
				additionalFields: { furtherFields: '{"\\u005f_proto__":{"a":1}}' },
			},
			/'Further Fields \(JSON\)' contains a key that is not allowed/,
		],
		[
			'a model that is no name',
			{ operation: 'postMessage', model: 'crm lead', recordId: 'k', body: 'b' },
			/'Model' must be a name of letters, digits and underscores/,
		],
		[
			'followers that are no list',
			{ operation: 'create', threadId: 'k', additionalFields: { followers: '{}' } },
			/'Followers \(JSON\)' must be a JSON array/,
		],
	])('refuses %s before anything is sent', async (_, parameters, message) => {
		const { error, requests } = await post(parameters);
		expect(error?.message).toMatch(message);
		expect(requests).toEqual([]);
	});
});

describe('iBiz lists of mail threads', () => {
	const list = async (parameters: IDataObject) => {
		const { items, requests } = await post({ operation: 'getMany', ...parameters });
		const bodies = requests.flatMap(({ operationId, status, body }) =>
			operationId === 'mailThread.getMany' && status === 200 ? [body as IDataObject] : [],
		);
		return { count: items.length, ids: new Set(items.map(({ json }) => json.id)), bodies };
	};

	it.each([
		['a limit below a page', { limit: 7 }, 7, [7]],
		['a limit of one page', { limit: 1000 }, 1000, [1000]],
		['a limit above a page', { limit: 1500 }, 1500, [1000, 1000]],
		['everything', { returnAll: true }, 2345, [1000, 1000, 1000]],
		[
			'everything, in full pages',
			{ returnAll: true, filters: { n_name_like: '商机' } },
			1000,
			[1000],
		],
		['less than a page', { returnAll: true, filters: { n_name_like: '员工' } }, 345, [1000]],
		['nothing', { returnAll: true, filters: { n_name_like: '供应商' } }, 0, [1000]],
		['one by its key', { filters: { n_id_eq: keyOf(3) } }, 1, [50]],
	])('gives %s', async (_, parameters, count, sizes) => {
		const result = await list(parameters);
		expect(result.count).toBe(count);
		expect(result.ids.size).toBe(count);
		expect(result.bodies.map(({ size }) => size)).toEqual(sizes);
		expect(result.bodies.map(({ page }) => page)).toEqual(sizes.map((_size, index) => index));
	});

	it('goes on by full pages where a gateway drops the totals', async () => {
		sandbox().misbehave({
			provider: 'iBiz',
			operationId: 'mailThread.getMany',
			times: 1,
			behaviour: {
				kind: 'status',
				status: 200,
				body: Array.from({ length: 1000 }, (_, index) => ({ id: `first page ${index}` })),
			},
		});
		const result = await list({ returnAll: true });
		expect(result.count).toBe(2345);
		expect(result.bodies.map(({ page }) => page)).toEqual([0, 1, 2]);
	});
});
