import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const answer: INodeParameters = {
	channel: { __rl: true, mode: 'list', value: 'marketing' },
	message: '={{ $json }}',
	fromEmail: 'Support <support@acme.example>',
	emailFormat: 'text',
	text: 'We look into it',
};

/** As Email Trigger (IMAP) gives it in its format Simple. */
const simple = {
	textPlain: 'Hello',
	from: '"Lovelace, Ada" <ada@example.com>',
	to: 'support@acme.example',
	subject: 'Where is my order?',
	date: 'Fri, 13 Aug 2021 10:22:49 +0000',
	metadata: {
		'message-id': '<third@example.com>',
		'in-reply-to': '<second@acme.example>',
		references: '<first@example.com>\r\n <second@acme.example>',
	},
	attributes: { uid: 42 },
};

const ada = { name: 'Lovelace, Ada', address: 'ada@example.com' };

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'message',
	operation: 'reply',
	endpoint: 'POST /v4/messages',
	parameters: { ...answer, channel: '={{ $json.channel }}' },
	item: (index) => ({ ...simple, channel: 'marketing', subject: `Order ${index}` }),
	bad: { ...simple, channel: 'unknown' },
	sent: ({ body }, { subject }) =>
		expect(body).toEqual({
			channel: 'marketing',
			recipients: { to: [ada] },
			originator: { from: { name: 'Support', address: 'support@acme.example' } },
			custom_headers: {
				'In-Reply-To': '<third@example.com>',
				References: '<first@example.com> <second@acme.example> <third@example.com>',
			},
			subject: `Re: ${String(subject)}`,
			body: { parts: [{ type: 'text/plain', charset: 'UTF-8', content: 'We look into it' }] },
		}),
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json.msg_id).toMatch(/^[\da-f-]{36}$/);
	},
});

interface Sent {
	recipients: IDataObject;
	subject: string;
	custom_headers?: Record<string, string>;
}

/** Answers a message; gives what was sent. */
const reply = async (message: IDataObject, more: INodeParameters = {}) => {
	const { error, requests } = await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: { resource: 'message', operation: 'reply', ...answer, ...more },
		items: [message],
	});
	return { error, sent: requests[0]?.body as unknown as Sent | undefined };
};

const headersFor = (id: string, ...before: string[]) => ({
	'In-Reply-To': id,
	References: [...before, id].join(' '),
});

describe('smtpCom message.reply', () => {
	const mail = { address: 'ada@example.com', name: 'Ada' };

	it.each<[string, IDataObject, IDataObject | undefined]>([
		[
			'of Email Trigger (IMAP), resolved',
			{
				from: { value: [mail], text: 'Ada <ada@example.com>', html: '' },
				subject: 'Hi',
				messageId: '<b@example.com>',
				inReplyTo: '<a@example.com>',
				headers: { 'message-id': 'Message-ID: <b@example.com>' },
				replyTo: { value: [], text: '' },
				date: '2021-08-13T10:22:49.000Z',
			},
			headersFor('<b@example.com>', '<a@example.com>'),
		],
		[
			'with a list of references',
			{ from: mail, subject: 'Hi', messageId: '<c@x>', references: ['<a@x>', '<b@x>', '<a@x>'] },
			headersFor('<c@x>', '<a@x>', '<b@x>'),
		],
		[
			'in the common form, of an inbox',
			{ provider: 'inbox', id: 'b@example.com', direction: 'inbound', from: mail, to: [{ address: 'us@acme.example' }], subject: 'Hi' },
			headersFor('<b@example.com>'),
		],
		[
			'in the common form, of a service without mail IDs',
			{ provider: 'other', id: '12345', direction: 'inbound', from: mail, subject: 'Hi' },
			undefined,
		],
		[
			'of ours, in the common form',
			{ id: 'd8bc7242-7492-4371-a78c-484b21a9a3eb', direction: 'outbound', from: { address: 'us@acme.example' }, to: [mail], subject: 'Hi' },
			undefined,
		],
		[
			'of Microsoft Outlook',
			{ from: { emailAddress: mail }, replyTo: [], subject: 'Hi', id: 'AAMk=', internetMessageId: '<b@outlook>' },
			headersFor('<b@outlook>'),
		],
		[
			'that wants answers elsewhere',
			{ from: 'someone@example.com', subject: 'Hi', 'Reply-To': 'Ada <ada@example.com>', 'Message-ID': '<b@x>' },
			headersFor('<b@x>'),
		],
		['as text', { from: 'Ada <ada@example.com>', subject: 'Hi' }, undefined],
	])('answers a mail %s', async (_, message, headers) => {
		const { error, sent } = await reply(message);
		expect(error).toBeUndefined();
		expect(sent!.recipients).toEqual({ to: [mail] });
		expect(sent!.subject).toBe('Re: Hi');
		expect(sent!.custom_headers).toEqual(headers);
	});

	it('answers what it has listed itself, and what its trigger gives', async () => {
		const run = async (operation: string, parameters: INodeParameters) =>
			(await runNode({ sandbox: sandbox(), node: 'smtpCom', parameters: { resource: 'message', operation, ...parameters } })).items[0]!.json;
		const listed = await run('getMany', { channel: 'newsletter', start: '2020-01-31T10:00:00Z', limit: 1 });
		const to = (listed.to as IDataObject[])[0]!;
		expect((await reply(listed)).sent).toMatchObject({ recipients: { to: [to] }, subject: 'Re: News of the week' });
		const event = { channel: 'marketing', event: 'opened', messageId: 'd8bc7242', direction: 'outbound', from: 'us@acme.example', to: 'ada@example.com', subject: 'Offer' };
		const { sent } = await reply(event);
		expect(sent).toMatchObject({ recipients: { to: [{ address: 'ada@example.com' }] }, subject: 'Re: Offer' });
		expect(sent).not.toHaveProperty('custom_headers');
	});

	it.each([
		['Re: Hi', 'Re: Hi'],
		['RE: Hi', 'RE: Hi'],
		['Re[2]: Hi', 'Re[2]: Hi'],
		['Reform', 'Re: Reform'],
		['  Two\r\n lines\t', 'Re: Two lines'],
		['', 'Re:'],
		[undefined, 'Re:'],
		[`${'x'.repeat(993)}😀`, `Re: ${'x'.repeat(993)}`],
	])('makes of the subject %j the subject %j', async (subject, wanted) => {
		const { error, sent } = await reply({ from: 'ada@example.com', ...(subject !== undefined && { subject }) });
		expect(error).toBeUndefined();
		expect(sent!.subject).toBe(wanted);
	});

	it('names as many mails of a long conversation as a line can hold, the first and the latest', async () => {
		const references = Array.from({ length: 100 }, (_, index) => `<mail${index}@example.com>`);
		const { sent } = await reply({ from: 'ada@example.com', messageId: '<last@example.com>', references });
		const line = sent!.custom_headers!.References!;
		expect(line.length).toBeLessThanOrEqual(998);
		expect(line).toMatch(/^<mail0@example\.com> <mail5\d@.*<mail99@example\.com> <last@example\.com>$/);
	});

	it('lets headers of the user stand, and adds the other fields', async () => {
		const { sent } = await reply(
			{ from: 'ada@example.com', messageId: '<b@x>' },
			{ additionalFields: { cc: 'team@acme.example', customHeaders: { header: [{ name: 'references', value: '<own@x>' }] } } },
		);
		expect(sent!.recipients).toEqual({ to: [{ address: 'ada@example.com' }], cc: [{ address: 'team@acme.example' }] });
		expect(sent!.custom_headers).toEqual({ references: '<own@x>', 'In-Reply-To': '<b@x>' });
	});

	it('carries files', async () => {
		const { error, requests } = await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: { resource: 'message', operation: 'reply', ...answer, additionalFields: { attachments: 'data' } },
			items: [simple],
			files: [{ data: { name: 'a.txt', mimeType: 'text/plain', content: Buffer.from('file') } }],
		});
		expect(error).toBeUndefined();
		expect(requests[0]!.body).toMatchObject({ body: { attachments: [{ filename: 'a.txt', content: btoa('file') }] } });
	});

	it.each<[IDataObject, RegExp]>([
		[{}, /^'Message' must have an address to answer to, in from or replyTo/],
		[{ from: { name: 'Ada' }, subject: 'Hi' }, /^'Message' must have an address/],
		[{ from: { value: { value: {} } } }, /^'Message' must have an address/],
		[{ from: '+12025550101' }, /^'Message' has '\+12025550101', which is not of the form/],
		[{ from: 'ada@example.com\r\nBcc: all@example.com' }, /^'Message' has/],
	])('refuses %j before anything is sent', async (message, words) => {
		const { error, sent } = await reply(message);
		expect(error?.message).toMatch(words);
		expect(sent).toBeUndefined();
	});

	it('lets no message add headers', async () => {
		const { sent } = await reply({
			from: { address: 'ada@example.com', name: 'Ada\r\nBcc: all@example.com' },
			subject: 'Hi\r\nBcc: all@example.com',
			messageId: '<a@x>\r\nBcc: all@example.com',
		});
		expect(sent).toMatchObject({
			recipients: { to: [{ name: 'Ada Bcc: all@example.com' }] },
			subject: 'Re: Hi Bcc: all@example.com',
			custom_headers: headersFor('<a@x>'),
		});
	});
});
