import type { IDataObject } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

/** A record, a message on it, and a key that nothing has. */
const recordOf = (number: number) => `5e05d8448f8461dada9b000${number}`;
const messageOf = (number: number) => `7a11c0de8f8461dada9b000${number}`;
const nobody = { key: 'no-such-message' };

const existing = (index: number) => ({ key: messageOf(index) });
const byKey = { messageId: '={{ $json.key }}' };

const run = async (parameters: IDataObject) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: { resource: 'message', ...parameters } as never,
	});

const messageNow = async (messageId: string) => {
	const { items } = await run({ operation: 'get', messageId, simplify: false });
	return items[0]!.json;
};

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'message',
	operation: 'get',
	endpoint: 'GET /mail_messages/{key}',
	parameters: byKey,
	item: existing,
	bad: nobody,
	sent: ({ path, query, body }, { key }) => {
		expect(path).toBe(`/mail_messages/${String(key)}`);
		expect(query).toEqual({});
		expect(body).toBeUndefined();
	},
	given: (items, { key }) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual({
			provider: 'iBiz',
			id: key,
			threadId: expect.stringMatching(/^5e05d8448f8461dada9b/) as string,
			from: { id: expect.any(String) as string, name: expect.any(String) as string },
			text: expect.stringMatching(/^第 \d+ 次联系客户$/) as string,
			html: expect.stringMatching(/^<p>第 \d+ 次联系客户<\/p>$/) as string,
			createdAt: expect.stringMatching(/^2026-01-05T0\d:00:00\.000Z$/) as string,
		});
	},
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'message',
	operation: 'getMany',
	endpoint: 'POST /mail_messages/fetch_default',
	parameters: {
		limit: 2,
		filters: {
			n_author_id_eq: '3f0c5a7e9b1d4c2688aa0001',
			n_author_name_like: '李',
			n_body_like: '={{ $json.text }}',
			n_message_type_eq: 'comment',
			searchconds: '[{"condtype":"DEFIELD","fieldname":"model","condop":"EQ","value":"crm_lead"}]',
		},
		sort: { rules: [{ field: '={{ $json.field }}', direction: 'asc' }, { field: 'id' }] },
	},
	item: (index) => ({ text: `次联系`, field: ['create_date', 'date', 'write_date'][index]! }),
	bad: { text: '次联系', field: 'salary' },
	sent: ({ body }, { text, field }) =>
		expect(body).toEqual({
			page: 0,
			size: 2,
			sort: `${String(field)},asc;id,asc`,
			n_author_id_eq: '3f0c5a7e9b1d4c2688aa0001',
			n_author_name_like: '李',
			n_body_like: text,
			n_message_type_eq: 'comment',
			searchconds: [{ condtype: 'DEFIELD', fieldname: 'model', condop: 'EQ', value: 'crm_lead' }],
		}),
	given: (items) => expect(items.map(({ json }) => json.id)).toEqual([messageOf(2), messageOf(4)]),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'message',
	operation: 'delete',
	endpoint: 'POST /mail_messages/{key}/delete',
	parameters: byKey,
	item: existing,
	bad: nobody,
	sent: ({ path, body }, { key }) => {
		expect(path).toBe(`/mail_messages/${String(key)}/delete`);
		expect(body).toEqual({ id: key });
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]),
});

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'message',
	operation: 'delete',
	endpoint: 'DELETE /mail_messages/{key}',
	parameters: { ...byKey, permanently: true },
	item: existing,
	bad: nobody,
	sent: ({ path, body }, { key }) => {
		expect(path).toBe(`/mail_messages/${String(key)}`);
		expect(body).toBeUndefined();
	},
	given: (items) => expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]),
});

for (const operation of ['pin', 'unpin']) {
	provesOperation(sandbox, {
		node: 'iBiz',
		resource: 'message',
		operation,
		endpoint: `POST /mail_messages/{key}/${operation}`,
		parameters: byKey,
		item: existing,
		bad: nobody,
		sent: ({ path, body }, { key }) => {
			expect(path).toBe(`/mail_messages/${String(key)}/${operation}`);
			expect(body).toEqual({ id: key });
		},
		given: (items) => expect(items.map(({ json }) => json)).toEqual([{ success: true }]),
	});
}

describe('iBiz messages', () => {
	it('are pinned, listed as such, and taken from there', async () => {
		await run({ operation: 'pin', messageId: messageOf(3) });
		expect((await messageNow(messageOf(3))).pinned_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
		const pinned = { operation: 'getMany', list: 'fetch_pinned', returnAll: true };
		expect((await run(pinned)).items.map(({ json }) => json.id)).toEqual([messageOf(3)]);
		await run({ operation: 'unpin', messageId: messageOf(3) });
		expect((await run(pinned)).items).toEqual([]);
	});

	it('keep their place without their text, or are gone, as is asked for', async () => {
		await run({ operation: 'delete', messageId: messageOf(3) });
		expect((await messageNow(messageOf(3))).body).toBe('<p>该评论已删除</p>');
		await run({ operation: 'delete', messageId: messageOf(3), permanently: true });
		const { error } = await run({ operation: 'get', messageId: messageOf(3) });
		expect(error?.message).toContain('data missing');
	});

	it('are those of a record, the newest first', async () => {
		for (const body of ['first', 'second']) {
			sandbox().happen('iBiz', { body, model: 'CRM_LEAD', res_id: recordOf(7) });
		}
		sandbox().happen('iBiz', { body: 'old', res_id: recordOf(7), at: 0 });
		const { items, requests } = await run({ operation: 'getMany', recordId: recordOf(7) });
		const bodies = items.map(({ json }) => json.html);
		expect(bodies).toHaveLength(4);
		expect(bodies.slice(0, 2).sort()).toEqual(['first', 'second']);
		expect(bodies.slice(2)).toEqual(['<p>第 8 次联系客户</p>', 'old']);
		const sort = 'create_date,desc;id,desc';
		expect(requests.at(-1)!.body).toEqual({ page: 0, size: 50, sort, n_res_id_eq: recordOf(7) });
	});

	it('are listed of all records, and those to the user', async () => {
		const all = await run({ operation: 'getMany', returnAll: true });
		expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(250);
		const mine = await run({ operation: 'getMany', list: 'fetch_cur_user', returnAll: true });
		expect(mine.items).toHaveLength(125);
		expect(mine.requests.at(-1)!.path).toBe('/mail_messages/fetch_cur_user');
	});

	it('are listed without those that were there before, though several pages are read', async () => {
		for (let index = 0; index < 1900; index += 1) sandbox().happen('iBiz', { body: 'same second' });
		const { items } = await run({ operation: 'getMany', returnAll: true });
		expect(items).toHaveLength(2150);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2150);
	});

	it.each([
		['several keys', { operation: 'delete', messageId: 'a,b' }, /'Message' must be the key of one/],
		['a path', { operation: 'get', messageId: '../x' }, /'Message' is not an ID/],
		[
			'a list that is none',
			{ operation: 'getMany', list: 'fetch_all' },
			/'List' must be one of fetch_default, fetch_cur_user, fetch_pinned/,
		],
	])('refuse %s before anything is sent', async (_, parameters, message) => {
		const { error, requests } = await run(parameters);
		expect(error?.message).toMatch(message);
		expect(requests).toEqual([]);
	});

	it('that may have been pinned are not pinned again, and the error says how to see it', async () => {
		sandbox().misbehave({
			operationId: 'message.pin',
			times: 1,
			behaviour: { kind: 'cut', when: 'after' },
		});
		const { error, requests } = await run({ operation: 'pin', messageId: messageOf(1) });
		expect(error?.message).toContain('It may have been carried out');
		expect(error?.description).toContain('Use "Message: Get" with the same ID');
		expect(requests.filter(({ operationId }) => operationId === 'message.pin')).toHaveLength(1);
	});
});
