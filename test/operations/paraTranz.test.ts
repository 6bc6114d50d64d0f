import { provesOperation, useSandbox } from '../support';

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
