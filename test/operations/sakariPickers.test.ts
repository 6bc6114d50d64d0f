import axios from 'axios';

import { openList, runNode, searchList, useSandbox } from '../support';

const sandbox = useSandbox();

const open = async (list: string, options?: Parameters<typeof openList>[3]) =>
	await openList(sandbox(), 'sakari', list, options);

const lists = (operationId: string) =>
	sandbox().requests.filter((request) => request.operationId === operationId);

const names = ({ results }: Awaited<ReturnType<typeof open>>) => results.map(({ name }) => name);

/** Texts many people, which makes as many contacts, conversations and messages. */
async function textMany(count: number) {
	const { baseUrl, accountId, clientId, clientSecret } = sandbox().credentials('sakari');
	const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
	const { data } = await axios.post<{ access_token: string }>(`${baseUrl}/oauth2/token`, grant);
	const contacts = Array.from({ length: count }, (_, index) => ({
		mobile: { number: `+1202${String(6_000_000 + index)}` },
		firstName: 'Person',
		lastName: `Number${index}`,
	}));
	const headers = { Authorization: `Bearer ${data.access_token}` };
	const body = { contacts, template: 'Hello', type: 'SMS' };
	await axios.post(`${baseUrl}/v1/accounts/${accountId}/messages`, body, { headers });
}

describe('Lists of Sakari', () => {
	it.each([
		['campaigns', 'Reminder', 'Hi {{{contact.firstName}}}'],
		['contacts', 'Ada Ngo, +12025550110', undefined],
		['conversations', 'Ada Ngo, +12025550110', expect.stringMatching(/^Message \d+ of Ada$/)],
		['messages', 'Eve Lind, Message 230 of Eve', expect.stringMatching(/^2026-.*Z$/)],
		['templates', 'Reminder', 'Hi {{{firstName}}}, see you tomorrow.'],
	])('show %s so that they can be told apart', async (list, name, description) => {
		const [first] = (await open(list)).results;
		expect(first!.name).toBe(name);
		expect(first!.value).toMatch(/^[\da-f]{24}$/);
		expect(first!.description).toEqual(description);
	});

	it.each([
		['campaigns', 'campaign', 'sale', ['Autumn sale']],
		['templates', 'template', 'way', ['Way to us']],
	])('of %s are searched by Sakari', async (list, kind, filter, found) => {
		expect(names(await open(list, { filter }))).toEqual(found);
		expect(lists(`${kind}.getMany`).map(({ query }) => query.name)).toEqual([filter]);
	});

	it('of conversations tell which are closed, and are searched by name, number and text', async () => {
		const parameters = { resource: 'conversation', operation: 'close', conversationId: '65f0c0ffee0000000000e003' };
		await runNode({ sandbox: sandbox(), node: 'sakari', parameters });
		for (const filter of ['cleo', 'marsh +1202', '5550112', 'closed', '65f0c0ffee0000000000e003']) {
			expect(names(await open('conversations', { filter }))).toEqual(['Cleo Marsh, +12025550112, closed']);
		}
	});

	it('of messages are searched by what they show, down to the oldest', async () => {
		const filter = 'ben message 65f0c0ffee0000000000c002';
		expect(names(await open('messages', { filter }))).toEqual(['Ben Okafor, Message 2 of Ben']);
		expect(lists('message.getMany')).toHaveLength(3);
	});

	it.each([
		['campaigns', 'campaign', '"Campaign: Create" adds one'],
		['conversations', 'conversation', 'The first message to or from a contact starts one'],
		['messages', 'message', '"Message: Send" sends one'],
		['templates', 'template', '"Template: Create" adds one'],
	])('say why there are no %s', async (list, kind, advice) => {
		const body = { success: true, data: [], pagination: { hasNext: false } };
		const behaviour = { kind: 'status', status: 200, body } as const;
		sandbox().misbehave({ operationId: `${kind}.getMany`, behaviour });
		await expect(open(list)).rejects.toThrow(advice);
	});

	it('show records that lack everything but an ID', async () => {
		const data = [{ id: 'a', contact: null, lastMessage: null, created: null }, { id: 'b' }, {}];
		const behaviour = { kind: 'status', status: 200, body: { success: true, data } } as const;
		for (const kind of ['campaign', 'contact', 'conversation', 'message', 'template']) {
			sandbox().misbehave({ operationId: `${kind}.getMany`, behaviour });
			expect((await open(`${kind}s`)).results.map(({ value }) => value)).toEqual(['a', 'b']);
		}
	});
});

describe('A list of 10,000', () => {
	it('contacts takes a request to show, and two to search', async () => {
		await textMany(10_000);
		expect((await open('contacts')).results).toHaveLength(100);
		expect(lists('contact.getMany')).toHaveLength(1);
		expect(names(await open('contacts', { filter: 'Number9999' }))).toEqual(['Person Number9999, +12026009999']);
		expect(lists('contact.getMany')).toHaveLength(3);
	});

	it('conversations takes a request to show, and is searched page by page', async () => {
		await textMany(10_000);
		expect((await open('conversations')).results).toHaveLength(100);
		expect(lists('conversation.getMany')).toHaveLength(1);
		const found = await searchList(sandbox(), 'sakari', 'conversations', { filter: 'Number9999' });
		expect(names(found)).toEqual(['Person Number9999, +12026009999']);
		expect(lists('conversation.getMany')).toHaveLength(102);
	});
});
