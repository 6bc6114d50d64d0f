import type { IDataObject } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const record = '5e05d8448f8461dada9b0001';
const messageOf = (number: number) => `7a11c0de8f8461dada9b000${number}`;

provesOperation(sandbox, {
	node: 'iBiz',
	resource: 'message',
	operation: 'reply',
	endpoint: 'POST /mail_threads/mail_message_post',
	parameters: {
		body: '<p>Thank you</p>',
		additionalFields: { subject: 'Re: offer', furtherFields: '{"is_internal":1}' },
	},
	item: (index) => ({ id: messageOf(index) }),
	bad: { id: 'no-such-message' },
	sent: ({ body }, { id }) =>
		expect(body).toEqual({
			model: 'crm_lead',
			res_id: `5e05d8448f8461dada9b000${String(id).slice(-1)}`,
			parent_id: id,
			body: '<p>Thank you</p>',
			message_type: 'comment',
			subject: 'Re: offer',
			is_internal: 1,
		}),
	given: (items, { id }) =>
		expect(items.map(({ json }) => json)).toEqual([
			{
				provider: 'iBiz',
				threadId: `5e05d8448f8461dada9b000${String(id).slice(-1)}`,
				subject: 'Re: offer',
				text: 'Thank you',
				html: '<p>Thank you</p>',
			},
		]),
});

describe('A reply on iBiz', () => {
	const reply = async (more: IDataObject = {}, settings = {}) =>
		await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: { resource: 'message', operation: 'reply', body: '<p>Yes</p>', ...more } as never,
			items: [{ id: messageOf(1) }],
			...settings,
		});

	const posts = () =>
		sandbox().requests.filter(({ operationId }) => operationId === 'mailThread.postMessage');

	it('reads the message without a body, and is then listed as an answer to it', async () => {
		const { requests } = await reply();
		const read = requests.find(({ operationId }) => operationId === 'message.get')!;
		expect([read.method, read.body, read.query]).toEqual(['GET', undefined, {}]);
		const { items } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: {
				resource: 'message',
				operation: 'getMany',
				filters: { n_parent_id_eq: { __rl: true, mode: 'list', value: messageOf(1) } },
			},
		});
		expect(items.map(({ json }) => [json.threadId, json.html])).toEqual([[record, '<p>Yes</p>']]);
	});

	it('to a message without a record is refused, and nothing is posted', async () => {
		sandbox().happen('iBiz', { id: 'alone', body: 'Hello' });
		const { error } = await reply({ messageId: 'alone' });
		expect(error?.message).toBe(
			'The message alone is on no record, so it cannot be answered there',
		);
		expect(posts()).toEqual([]);
	});

	it('is not repeated when nobody knows whether it was posted', async () => {
		const behaviour = { kind: 'cut', when: 'after' } as const;
		sandbox().misbehave({ operationId: 'mailThread.postMessage', times: 1, behaviour });
		const { error } = await reply();
		expect(error?.message).toContain('It may have been sent');
		expect(error?.description).toContain('Open the record in iBiz');
		expect(posts()).toHaveLength(1);
	});

	it('is posted although the message could not be read at first', async () => {
		const behaviour = { kind: 'html', status: 502 } as const;
		sandbox().misbehave({ operationId: 'message.get', times: 1, behaviour });
		const { error } = await reply();
		expect(error).toBeUndefined();
		expect(posts()).toHaveLength(1);
	});
});
