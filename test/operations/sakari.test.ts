import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../sandbox/types';
import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const account = '/v1/accounts/{accountId}';
const messages = '/v1/accounts/65f0c0ffee0000000000a001/messages';
const contactId = (index: number) => `65f0c0ffee0000000000d00${index}`;
const conversationId = (index: number) => `65f0c0ffee0000000000e00${index}`;
const groupId = '65f0c0ffee0000000000f002';

const recipientsOf = ([item]: INodeExecutionData[]) => item!.json.to as Array<{ id: string; name: string }>;

const expectPath = ({ path, query, headers }: RecordedRequest, expected: string) => {
	expect(path).toBe(expected);
	expect(query).toEqual({});
	expect(headers.authorization).toMatch(/^Bearer \w+\.\w+\.\w+$/);
};

const send = { node: 'sakari', resource: 'message', operation: 'send' } as const;
const sendEndpoint = `POST ${account}/messages`;

provesOperation(sandbox, {
	...send,
	endpoint: sendEndpoint,
	parameters: {
		sendTo: 'phoneNumber',
		phoneNumber: '={{ $json.phone }}',
		template: '={{ $json.text }}',
	},
	item: (index) => ({ phone: `+1 (202) 555-020${index}`, text: `=Hi ${index}, 你好` }),
	bad: { phone: '+12025550102', text: 'To somebody who has opted out' },
	sent(request, json) {
		expectPath(request, messages);
		expect(request.body).toEqual({
			contacts: [{ mobile: { number: String(json.phone).replace(/[^+\d]/g, '') } }],
			template: json.text,
			type: 'SMS',
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ valid: 1, text: json.text, direction: 'outbound' });
	},
});

provesOperation(sandbox, {
	...send,
	endpoint: sendEndpoint,
	parameters: {
		sendTo: 'contacts',
		contactIds: '={{ $json.ids }}',
		messageType: 'MMS',
		mediaUrls: '={{ $json.media }}',
		additionalFields: { groupId, conversationStrategy: 'latest' },
	},
	item: (index) => ({
		ids: index === 1 ? [contactId(1), contactId(2)] : `${contactId(1)}, ${contactId(3)}`,
		media: 'https://files.example.com/map,1.png, https://files.example.com/b.jpg',
	}),
	bad: { ids: '65f0c0ffee0000000000dead', media: 'https://files.example.com/map.png' },
	sent(request, json) {
		expectPath(request, messages);
		const ids = String(json.ids).split(/, ?/);
		expect(request.body).toEqual({
			contacts: ids.map((id) => ({ id })),
			type: 'MMS',
			media: [
				{ url: 'https://files.example.com/map,1.png' },
				{ url: 'https://files.example.com/b.jpg' },
			],
			phoneNumberFilter: { group: { id: groupId } },
			conversationStrategy: 'latest',
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(recipientsOf(items).map(({ id }) => id)).toEqual(String(json.ids).split(/, ?/));
		expect(items[0]!.json.messageIds).toHaveLength(2);
	},
});

provesOperation(sandbox, {
	...send,
	endpoint: sendEndpoint,
	parameters: {
		sendTo: 'conversations',
		conversationIds: '={{ $json.conversation }}',
		template: 'Thanks, we will call you back.',
	},
	item: (index) => ({ conversation: conversationId(index + 1) }),
	bad: { conversation: conversationId(9) },
	sent(request, json) {
		expectPath(request, messages);
		expect(request.body).toEqual({
			conversations: [json.conversation],
			template: 'Thanks, we will call you back.',
			type: 'SMS',
		});
	},
	given(items, json) {
		expect(items[0]!.json).toMatchObject({ requested: 1, valid: 1, threadId: json.conversation });
		expect(items[0]!.json).not.toHaveProperty('refused');
	},
});

provesOperation(sandbox, {
	...send,
	endpoint: sendEndpoint,
	parameters: {
		sendTo: 'filter',
		tags: '={{ $json.tags }}',
		attributeFilters: {
			attribute: [{ name: 'city', comparator: 'equalTo', value: '={{ $json.city }}' }],
		},
		template: 'Hello {{{firstName}}}',
		additionalFields: { groupId: '={{ $json.group }}' },
	},
	item: () => ({ tags: 'vip, newsletter', city: 'Austin', group: groupId }),
	bad: { tags: 'vip', city: 'Austin', group: 'nobody' },
	sent(request, json) {
		expectPath(request, messages);
		expect(request.body).toEqual({
			filters: {
				tags: String(json.tags).split(', '),
				attributes: [{ name: 'city', comparator: '=', value: json.city }],
			},
			template: 'Hello {{{firstName}}}',
			type: 'SMS',
			phoneNumberFilter: { group: { id: json.group } },
		});
	},
	given: (items) =>
		expect(recipientsOf(items).map(({ name }) => name)).toEqual(['Ada Ngo', 'Cleo Marsh']),
});

provesOperation(sandbox, {
	...send,
	endpoint: sendEndpoint,
	parameters: {
		sendTo: 'contact',
		contactId: { __rl: true, mode: 'list', value: '={{ $json.contact }}' },
		template: '={{ "Hello " }}\\{{{firstName}}}',
	},
	item: (index) => ({ contact: contactId(index + 1) }),
	bad: { contact: 'nobody' },
	sent(request, json) {
		expectPath(request, messages);
		expect(request.body).toEqual({
			contacts: [{ id: json.contact }],
			template: 'Hello {{{firstName}}}',
			type: 'SMS',
		});
	},
	given(items, json) {
		expect(items[0]!.json).toMatchObject({ valid: 1, to: [{ id: json.contact }] });
		expect(items[0]!.json.text).toMatch(/^Hello \w+$/);
	},
});

provesOperation(sandbox, {
	node: 'sakari',
	resource: 'message',
	operation: 'get',
	endpoint: `GET ${account}/messages/{messageId}`,
	parameters: { messageId: '={{ $json.id }}', simplify: false },
	item: (index) => ({ id: `65f0c0ffee0000000000c00${index + 1}` }),
	bad: { id: 'no such message' },
	sent(request, json) {
		expectPath(request, `${messages}/${encodeURIComponent(String(json.id))}`);
		expect(request.body).toBeUndefined();
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, contact: { attributes: {} } });
	},
});

provesOperation(sandbox, {
	node: 'sakari',
	resource: 'message',
	operation: 'getMany',
	endpoint: `GET ${account}/messages`,
	parameters: {
		returnAll: false,
		limit: 3,
		simplify: false,
		filters: { contactId: '={{ $json.contact }}', conversationId: '={{ $json.conversation }}' },
	},
	item: (index) => ({ contact: contactId(index + 1), conversation: conversationId(index + 1) }),
	bad: { contact: 'nobody', conversation: 'none' },
	refusal: {
		kind: 'status',
		status: 400,
		body: { success: false, error: { code: 'CONV-001', message: 'Invalid conversation id' } },
	},
	sent: ({ path, query }, json) => {
		expect(path).toBe(messages);
		expect(query).toEqual({
			offset: '0',
			limit: '3',
			contactId: json.contact,
			conversationId: json.conversation,
		});
	},
	given(items, json) {
		expect(items).toHaveLength(3);
		for (const item of items) expect(item.json).toMatchObject({ contact: { id: json.contact } });
	},
});

const run = async (parameters: INodeParameters, items = 1) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource: 'message', ...parameters },
		items: Array.from({ length: items }, () => ({})),
	});

describe('sakari message.getMany', () => {
	const list = async (parameters: INodeParameters) => {
		const result = await run({ operation: 'getMany', ...parameters });
		expect(result.error).toBeUndefined();
		const pages = result.requests.filter(({ operationId }) => operationId === 'message.getMany');
		return { items: result.items, pages: pages.map(({ query }) => query) };
	};

	const all = 230;
	const ofOneContact = 46;

	it.each([
		[1, 1, '1'],
		[99, 1, '99'],
		[100, 1, '100'],
		[101, 2, '100'],
		[200, 2, '100'],
		[1000, 3, '100'],
	])('gets up to %d messages with %d requests', async (limit, requests, size) => {
		const { items, pages } = await list({ returnAll: false, limit });
		expect(items).toHaveLength(Math.min(limit, all));
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
		expect(pages).toEqual(
			Array.from({ length: requests }, (_, page) => ({ offset: String(page * 100), limit: size })),
		);
	});

	it('gets all messages, each once', async () => {
		const { items } = await list({ returnAll: true });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(all);
	});

	it('ends without a further request where the last page is full', async () => {
		const phoneNumber = '+12025550200';
		await run({ operation: 'send', phoneNumber, template: 'Hello' }, 70);
		const { items, pages } = await list({ returnAll: true });
		expect(items).toHaveLength(300);
		expect(pages).toHaveLength(3);
	});

	it('reads the older form, with totalCount instead of hasNext', async () => {
		const filters = { conversationId: conversationId(1) };
		const { items, pages } = await list({ returnAll: true, filters });
		expect(items).toHaveLength(ofOneContact);
		expect(pages).toEqual([{ offset: '0', limit: '100', ...filters }]);
		const part = await list({ returnAll: false, limit: ofOneContact, filters });
		expect(part.items).toHaveLength(ofOneContact);
		expect(part.pages).toHaveLength(1);
	});

	it('gives nothing for an empty list', async () => {
		const { items } = await list({ returnAll: true, filters: { contactId: 'nobody' } });
		expect(items).toEqual([]);
	});
});
