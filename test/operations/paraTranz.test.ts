import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

provesOperation(sandbox, {
	node: 'paraTranz',
	resource: 'mail',
	operation: 'send',
	endpoint: 'POST /mails',
	parameters: { to: '={{ $json.to }}', content: '={{ $json.content }}' },
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
	parameters: { userId: '={{ $json.user }}', returnAll: true },
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
	parameters: { returnAll: false, limit: '={{ $json.limit }}' },
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
	parameters: { projectId: '={{ $json.project }}', returnAll: false, limit: 2 },
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
