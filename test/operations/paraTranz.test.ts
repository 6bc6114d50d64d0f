import type { INodeParameters } from 'n8n-workflow';

import { openList, provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'mail',
	operation: 'send',
	endpoint: 'POST /mails',
	parameters: { to: '={{ $json.to }}', content: '={{ $json.content }}', simplify: false },
	item: (index) => ({ to: 20481, content: `Chapter ${index} 第三章` }),
	bad: { to: 999999999, content: 'To nobody' },
	sent: ({ body }, json) => expect(body).toEqual({ to: json.to, content: json.content }),
	given: (items, json) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ to: json.to, content: json.content, status: 0 });
	},
});

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'conversation',
	operation: 'get',
	endpoint: 'GET /mails/conversations/{userId}',
	parameters: { userId: '={{ $json.user }}', returnAll: true, simplify: false },
	item: () => ({ user: '20481' }),
	bad: { user: '999999999' },
	sent: ({ path, query }) => {
		expect(path).toBe('/mails/conversations/20481');
		expect(query).toEqual({});
	},
	given: (items) => {
		expect(items.length).toBeGreaterThan(1);
		for (const { json } of items) expect([json.from, json.to]).toContain(20481);
	},
});

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'mail',
	operation: 'getMany',
	endpoint: 'GET /mails',
	parameters: { returnAll: false, limit: '={{ $json.limit }}', simplify: false },
	item: (index) => ({ limit: index + 2 }),
	bad: { limit: 7 },
	refusal: { kind: 'status', status: 403, body: { message: '没有权限', code: 10003 } },
	sent: ({ query }, json) => expect(query).toEqual({ page: '1', pageSize: String(json.limit) }),
	given: (items, json) => {
		expect(items).toHaveLength(json.limit as number);
		expect(items[0]!.json).toHaveProperty('fromUser.username');
	},
});

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'user',
	operation: 'get',
	endpoint: 'GET /users/{userId}',
	parameters: { userId: '={{ $json.user }}' },
	item: (index) => ({ user: 20481 + index }),
	bad: { user: 999999999 },
	sent: ({ path, query, body }, json) => {
		expect([path, query, body]).toEqual([`/users/${json.user as number}`, {}, undefined]);
	},
	given: (items, json) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.user, credit: 5 });
	},
});

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'projectMember',
	operation: 'getMany',
	endpoint: 'GET /projects/{projectId}/members',
	parameters: { projectId: '={{ $json.project }}', returnAll: false, limit: 2, simplify: false },
	item: (index) => ({ project: 1024 + index }),
	bad: { project: 999999999 },
	sent: ({ path, query, body }, json) => {
		expect([path, query, body]).toEqual([`/projects/${json.project as number}/members`, {}, undefined]);
	},
	given: (items, json) => {
		expect(items).toHaveLength(json.project === 1026 ? 1 : 2);
		expect(items[0]!.json).toMatchObject({ project: json.project, uid: 20481, permission: 10 });
	},
});

describe('paraTranz projectMember.getMany', () => {
	it('gets all members with one request', async () => {
		const { items, requests } = await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: {
				resource: 'projectMember',
				operation: 'getMany',
				projectId: '1024',
				returnAll: true,
			},
		});
		expect(new Set(items.map(({ json }) => json.uid)).size).toBe(120);
		expect(requests).toHaveLength(1);
	});
});

describe('paraTranz mail.getMany', () => {
	const list = async (parameters: { returnAll: boolean; limit?: number }) =>
		await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: { resource: 'mail', operation: 'getMany', ...parameters },
		});

	const all = 60;

	it.each([
		[1, 1],
		[49, 1],
		[50, 1],
		[51, 2],
		[60, 2],
		[1000, 2],
	])('gets up to %d mails with %d requests', async (limit, requests) => {
		const result = await list({ returnAll: false, limit });
		expect(result.items).toHaveLength(Math.min(limit, all));
		expect(result.requests).toHaveLength(requests);
		expect(new Set(result.items.map(({ json }) => json.id)).size).toBe(result.items.length);
	});

	it('gets all mails, each once', async () => {
		const result = await list({ returnAll: true });
		expect(new Set(result.items.map(({ json }) => json.id)).size).toBe(all);
	});
});

const people = (from: number, to: number) => ({
	from: { id: String(from), name: `译者 ${from}` },
	to: [{ id: String(to), name: `译者 ${to}` }],
});

const own = 10234;

describe('paraTranz, simplified', () => {
	const simplified = async (parameters: INodeParameters) => {
		const { items, error } = await runNode({ sandbox: sandbox(), node: 'paraTranz', parameters });
		expect(error).toBeUndefined();
		return items.map(({ json }) => json);
	};

	it('gives mails in the common form, with the direction where it is known', async () => {
		const list = { returnAll: false, limit: 1 };
		const [listed] = await simplified({ resource: 'mail', operation: 'getMany', ...list });
		const told = {
			provider: 'paraTranz',
			id: expect.stringMatching(/^\d+$/) as string,
			...people(20482, own),
			text: '第 60 章校对已完成，**请审核**。',
			html: expect.stringContaining('<strong>') as string,
			status: 'unread',
			createdAt: expect.stringMatching(/Z$/) as string,
		};
		expect(listed).toEqual(told);
		const other = { resource: 'conversation', operation: 'get', userId: '20482' };
		const [inConversation] = await simplified({ ...other, ...list });
		expect(inConversation).toEqual({ ...told, threadId: '20482', direction: 'inbound' });
	});

	it('gives members and users in at most ten fields without levels', async () => {
		const members = { resource: 'projectMember', operation: 'getMany', projectId: '1026' };
		const [member] = await simplified({ ...members, returnAll: true });
		const [user] = await simplified({ resource: 'user', operation: 'get', userId: '20481' });
		expect(member).toMatchObject({ uid: 20481, nickname: '译者 20481', permission: 10 });
		expect(user).toMatchObject({ id: 20481, nickname: '译者 20481', credit: 5 });
		for (const json of [member!, user!]) {
			expect(Object.keys(json).length).toBeLessThanOrEqual(10);
			for (const value of Object.values(json)) expect(typeof value).not.toBe('object');
		}
	});
});

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'mail',
	operation: 'reply',
	endpoint: 'POST /mails',
	parameters: { to: { __rl: true, mode: 'id', value: '={{ $json.from.id }}' }, content: 'Thanks' },
	item: (index) => people(20481 + index, own),
	bad: people(999999999, own),
	sent: ({ body }, json) => {
		const { from } = json as unknown as { from: { id: string } };
		expect(body).toEqual({ to: Number(from.id), content: 'Thanks' });
	},
	given: (items, json) => {
		const { from } = json as unknown as { from: { id: string } };
		const told = { direction: 'outbound', threadId: from.id, ...people(own, Number(from.id)) };
		expect(items.map((item) => item.json)).toEqual([expect.objectContaining(told)]);
	},
});

describe('paraTranz lists to choose from', () => {
	const open = async (list: string, options?: Parameters<typeof openList>[3]) =>
		await openList(sandbox(), 'paraTranz', list, options);

	it('have the people of past mails, each once', async () => {
		const { results } = await open('people');
		expect(results.map(({ name }) => name).sort()).toEqual(
			[own, 20481, 20482].map((id) => `译者 ${id} (${id})`),
		);
		expect((await open('people', { filter: '20482' })).results).toHaveLength(1);
		const recipients = await open('recipients', { parameters: { projectId: { __rl: true, mode: 'list', value: '' } } });
		expect(recipients.results).toHaveLength(3);
	});

	it('have them once too where several pages of mails tell of them', async () => {
		for (let mail = 0; mail < 90; mail += 1) {
			sandbox().happen('paraTranz', { content: 'Hello', from: 30_000 + (mail % 60) });
		}
		const first = await open('people');
		const second = await open('people', { token: first.paginationToken });
		const values = [...first.results, ...second.results].map(({ value }) => value);
		expect(values.length).toBeGreaterThan(60);
		expect(new Set(values).size).toBe(values.length);
	});

	it('show the few people that slow pages have told of so far, and go on from there', async () => {
		for (let mail = 0; mail < 300; mail += 1) {
			sandbox().happen('paraTranz', { content: 'Hello', from: 20481 + (mail % 2) });
		}
		sandbox().misbehave({ behaviour: { kind: 'late', milliseconds: 900 } });
		const first = await open('people');
		expect(first.results).toHaveLength(3);
		expect(sandbox().requests.length).toBeLessThan(6);
		const second = await open('people', { token: first.paginationToken });
		expect(second.results).toEqual([]);
		const { length } = sandbox().requests;
		expect((await open('people', { filter: '译者' })).paginationToken).toBeUndefined();
		expect(sandbox().requests.length - length).toBeGreaterThan(6);
	});

	it('have the members of a chosen project, a hundred at first, of ten thousand', async () => {
		const parameters = { projectId: { __rl: true, mode: 'list', value: 2048 } };
		const { results, paginationToken } = await open('recipients', { parameters });
		expect(results).toHaveLength(100);
		expect(results[0]).toEqual({ name: '译者 20481 (20481)', value: 20481 });
		const second = await open('recipients', { parameters, token: paginationToken });
		expect(second.results[0]).toEqual({ name: '译者 20581 (20581)', value: 20581 });
		const found = await open('recipients', { parameters, filter: '30480' });
		expect(found).toEqual({ results: [{ name: '译者 30480 (30480)', value: 30480 }] });
		expect(sandbox().requests).toHaveLength(3);
	});

	it('have the projects, also where they come as an array', async () => {
		expect((await open('projects')).results).toContainEqual({ name: '项目 1024 (1024)', value: 1024 });
		const body = [{ id: 7, name: 'Seven' }];
		sandbox().misbehave({ operationId: 'getProjects', behaviour: { kind: 'status', status: 200, body } });
		expect(await open('projects')).toEqual({ results: [{ name: 'Seven (7)', value: 7 }] });
	});

	it.each([
		['people', 'getMails', 'no mails yet'],
		['projects', 'getProjects', 'lists no projects'],
	])('say why the list of %s is empty', async (list, operationId, said) => {
		const body = { page: 1, pageSize: 50, rowCount: 0, pageCount: 0, results: [] };
		sandbox().misbehave({ operationId, behaviour: { kind: 'status', status: 200, body } });
		await expect(open(list)).rejects.toThrow(said);
	});

	it('are not asked for where a needed field is an expression', async () => {
		const parameters = { projectId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
		await expect(open('recipients', { parameters })).rejects.toThrow("'Recipient's Project' is an expression");
		expect(sandbox().requests).toEqual([]);
	});

	it('let a user be given by the address of the page', async () => {
		const userId = { __rl: true, mode: 'url', value: 'https://paratranz.cn/users/20481' };
		const parameters = { resource: 'user', operation: 'get', userId };
		const { requests } = await runNode({ sandbox: sandbox(), node: 'paraTranz', parameters });
		expect(requests.map(({ path }) => path)).toEqual(['/users/20481']);
	});
});

describe('paraTranz credential', () => {
	it('tells that the token is not accepted', async () => {
		const { error } = await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: { resource: 'mail', operation: 'getMany' },
			credentials: { apiToken: 'wrong-token-of-a-user', baseUrl: sandbox().baseUrl('paraTranz') },
		});
		expect(error?.message).toBe('ParaTranz refused the request: Token 错误或已过期, code 10001');
		expect(error?.description).toContain('Check the credential');
		expect(JSON.stringify(error)).not.toContain('wrong-token-of-a-user');
	});
});
