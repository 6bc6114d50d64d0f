import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { InputFile } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const mebibyte = 1024 * 1024;

/** Parameters of a mail; those given replace or complete them. */
const mail = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'send',
	channel: 'transactional',
	fromEmail: 'billing@acme.example',
	to: 'ada@example.com',
	subject: 'Your invoice',
	emailFormat: 'html',
	html: '<p>Hello</p>',
	...more,
});

const send = async (more: INodeParameters, files?: Record<string, InputFile>) =>
	await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: mail(more),
		files: files && [files],
	});

/** Bytes that do not repeat within a small block. */
const bytes = (length: number) =>
	Buffer.alloc(length).map((_, index) => index * 31 + (index >> 8)) as Buffer;

describe('smtpCom message.send', () => {
	it('fills every field', async () => {
		const { error, requests, items } = await send({
			fromName: 'ignored, since it stands among the additional fields',
			to: '"Lovelace, Ada" <ada@example.com>, Grace Hopper <grace@example.com>, "Q\\"uote" <q@example.com>',
			emailFormat: 'text',
			text: 'Hello',
			additionalFields: {
				cc: 'team@example.com',
				bcc: 'audit@example.com,  Бухгалтерия <books@example.com>',
				fromName: 'Acme Billing',
				replyTo: 'Support <support@acme.example>',
				customHeaders: {
					header: [
						{ name: 'X-Entity-Ref-ID', value: '1042' },
						{ name: 'X-Tag', value: 'one' },
						{ name: 'x-tag', value: 'два' },
					],
				},
				customArguments: {
					argument: [
						{ name: 'order', value: '1042' },
						{ name: 'город', value: '北京\n"x"' },
						{ name: 'empty', value: '' },
					],
				},
			},
		});
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(1);
		const { custom_headers: headers, ...body } = requests[0]!.body as IDataObject;
		expect(body).toEqual({
			channel: 'transactional',
			recipients: {
				to: [
					{ name: 'Lovelace, Ada', address: 'ada@example.com' },
					{ name: 'Grace Hopper', address: 'grace@example.com' },
					{ name: 'Q"uote', address: 'q@example.com' },
				],
				cc: [{ address: 'team@example.com' }],
				bcc: [
					{ address: 'audit@example.com' },
					{ name: 'Бухгалтерия', address: 'books@example.com' },
				],
			},
			originator: {
				from: { name: 'Acme Billing', address: 'billing@acme.example' },
				reply_to: { name: 'Support', address: 'support@acme.example' },
			},
			subject: 'Your invoice',
			body: { parts: [{ type: 'text/plain', charset: 'UTF-8', content: 'Hello' }] },
		});
		const { 'X-SMTPAPI': api, ...others } = headers as Record<string, string>;
		expect(Object.entries(others)).toEqual([
			['X-Entity-Ref-ID', '1042'],
			['X-Tag', ['one', 'два']],
		]);
		expect(api).toMatch(/^[ -~]+$/);
		expect(JSON.parse(api!)).toEqual({
			unique_args: { order: '1042', город: '北京\n"x"', empty: '' },
		});
		expect(sandbox().deliveries.map(({ to, id }) => [to, id])).toEqual(
			['ada', 'grace', 'q', 'team', 'audit', 'books'].map((name) => [
				`${name}@example.com`,
				items[0]!.json.msg_id,
			]),
		);
	});

	it('makes separate mails with one request', async () => {
		const { requests } = await send({
			to: 'a@example.com, b@example.com',
			separateMails: true,
		});
		expect(requests.map(({ body }) => (body as IDataObject).recipients)).toEqual([
			{ bulk_list: [{ address: 'a@example.com' }, { address: 'b@example.com' }] },
		]);
		expect(sandbox().deliveries).toHaveLength(2);
	});

	it('lets what is sent be listed, custom arguments among it', async () => {
		const { items } = await send({
			channel: 'marketing',
			additionalFields: { customArguments: { argument: [{ name: 'order', value: '7' }] } },
		});
		const listed = await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: {
				...{ resource: 'message', operation: 'getMany', channel: 'marketing', returnAll: true },
				...{ start: new Date(Date.now() - 60_000).toISOString() },
				filters: { messageId: String(items[0]!.json.msg_id) },
				simplify: false,
			},
		});
		expect(listed.items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ msg_id: items[0]!.json.msg_id, smtp_vars: { order: '7' } }),
		]);
	});

	const crowd = (count: number) =>
		Array.from({ length: count }, (_, index) => `r${index}@example.com`).join(',');

	it.each<[string, INodeParameters, RegExp]>([
		['no recipient', { to: '' }, /'To', 'CC' or 'BCC' must have a recipient/],
		['1001 recipients', { to: crowd(1001) }, /at most 1000 recipients together, but have 1001/],
		[
			'1001 recipients in several lists',
			{ to: crowd(500), additionalFields: { cc: crowd(500), bcc: 'x@example.com' } },
			/at most 1000 recipients together, but have 1001/,
		],
		[
			'separate mails with CC',
			{ separateMails: true, additionalFields: { cc: 'c@example.com' } },
			/'Separate Mail for Each Recipient' does not go together with 'CC' and 'BCC'/,
		],
		[
			'what is no address',
			{ to: 'ada@example.com, bob' },
			/'To' has 'bob', which is not of the form/,
		],
		['an open quotation mark', { to: '"Ada <ada@example.com>' }, /'To' has a quotation mark/],
		[
			'two senders',
			{ fromEmail: 'a@example.com, b@example.com' },
			/'From Email' must be one address/,
		],
		[
			'a line break in a name',
			{ to: 'Ada\nBcc: x@example.com <a@example.com>' },
			/'To' must be one line/,
		],
		[
			'a subject of 999 characters',
			{ subject: 'x'.repeat(999) },
			/'Subject' must have at most 998/,
		],
		[
			'a line break in the subject',
			{ subject: 'Hi\r\nBcc: x@example.com' },
			/'Subject' must be one line/,
		],
		['half a character', { html: 'x\ud83d' }, /'HTML' contains half of a character/],
		['an empty channel', { channel: '={{ "" }}' }, /'Channel' must not be empty/],
		['no text', { emailFormat: 'text', text: '={{ " " }}' }, /'Text' must not be empty/],
		[
			'text above 10 MB',
			{ html: 'я'.repeat(5 * mebibyte + 1) },
			/must have at most 10485760 bytes/,
		],
		[
			'a header name with a colon',
			{ additionalFields: { customHeaders: { header: [{ name: 'X: y', value: '1' }] } } },
			/'Custom Headers: Name' must be the name of a header/,
		],
		[
			'a line break in a header',
			{ additionalFields: { customHeaders: { header: [{ name: 'X-Y', value: '1\nBcc: x' }] } } },
			/'Custom Headers: Value' must be one line/,
		],
		[
			'custom arguments beside their header',
			{
				additionalFields: {
					customHeaders: { header: [{ name: 'x-smtpapi', value: '{}' }] },
					customArguments: { argument: [{ name: 'a', value: 'b' }] },
				},
			},
			/X-SMTPAPI, which is the header that carries 'Custom Arguments'/,
		],
		['a missing file', { additionalFields: { attachments: 'invoice' } }, /binary field 'invoice'/],
	])('refuses %s before it sends', async (_, parameters, words) => {
		const { error, requests } = await send(parameters);
		expect(error?.message).toMatch(words);
		expect(requests).toHaveLength(0);
	});

	it('takes 1000 recipients and a subject of 998 characters', async () => {
		const { error } = await send({ to: crowd(1000), subject: 'я'.repeat(998) });
		expect(error).toBeUndefined();
		expect(sandbox().deliveries).toHaveLength(1000);
	});
});

describe('smtpCom attachments', () => {
	interface Attachment {
		filename: string;
		type: string;
		disposition: string;
		cid?: string;
		content: string;
	}

	const attached = (body: unknown) =>
		(body as { body: { attachments: Attachment[] } }).body.attachments;

	describe.each(['memory', 'disk'] as const)('with binary data kept in %s', (binaryMode) => {
		it.each([
			['0 B', 0],
			['1 B', 1],
			['1 MB', 1_000_000],
			['10 MB', 10 * mebibyte],
		])('arrive byte for byte: %s', async (_, length) => {
			const content = bytes(length);
			const { error, requests } = await runNode({
				sandbox: sandbox(),
				node: 'smtpCom',
				parameters: mail({ additionalFields: { attachments: 'data' } }),
				files: [{ data: { name: '发票 Счёт №1.bin', mimeType: 'application/x-test', content } }],
				binaryMode,
			});
			expect(error).toBeUndefined();
			const [file] = attached(requests[0]!.body);
			expect(file).toMatchObject({
				filename: '发票 Счёт №1.bin',
				type: 'application/x-test',
				disposition: 'attachment',
				encoding: 'base64',
			});
			expect(file).not.toHaveProperty('cid');
			expect(Buffer.from(file!.content, 'base64').equals(content)).toBe(true);
		});

		it('go inline where the HTML shows them', async () => {
			const file = (name: string): InputFile => ({
				name,
				mimeType: 'image/png',
				content: bytes(9),
			});
			const { error, requests } = await runNode({
				sandbox: sandbox(),
				node: 'smtpCom',
				parameters: mail({
					html: '<img src="cid:logo"><img src=\'cid:%D1%84%D0%BE%D1%82%D0%BE.png\'><img src=cid:chosen>',
					additionalFields: {
						attachments: 'logo, photo, other, extra',
						inlineImages: { image: [{ field: 'extra', contentId: '<chosen>' }, { field: 'more' }] },
					},
				}),
				files: [
					{
						logo: file('a.png'),
						photo: file('фото.png'),
						other: file('b.png'),
						extra: file('c.png'),
						more: file('d.png'),
					},
				],
				binaryMode,
			});
			expect(error).toBeUndefined();
			expect(
				attached(requests[0]!.body).map(({ filename, disposition, cid }) => [
					filename,
					disposition,
					cid,
				]),
			).toEqual([
				['a.png', 'inline', 'logo'],
				['фото.png', 'inline', 'фото.png'],
				['b.png', 'attachment', undefined],
				['c.png', 'inline', 'chosen'],
				['d.png', 'inline', 'more'],
			]);
		});
	});

	it('of more than 10 MB together are refused before anything is sent', async () => {
		const { error, requests } = await send(
			{ additionalFields: { attachments: 'first, second' } },
			{
				first: { name: 'a', mimeType: 'x/y', content: bytes(10 * mebibyte) },
				second: { name: 'b', mimeType: 'x/y', content: bytes(1) },
			},
		);
		expect(error?.message).toMatch(/'Attachments' holds more than 10485760 bytes/);
		expect(requests).toHaveLength(0);
	});

	it('that are mails themselves are refused before anything is sent', async () => {
		const { error, requests } = await send(
			{ additionalFields: { attachments: 'data' } },
			{ data: { name: 'a.eml', mimeType: 'message/rfc822', content: bytes(1) } },
		);
		expect(error?.message).toMatch(/SMTP.com takes no such attachment/);
		expect(requests).toHaveLength(0);
	});
});

describe('smtpCom refusals', () => {
	it.each<[number, object, string]>([
		[
			400,
			{ errors: { start: 'could not be blank', limit: ['must be provided', 'must be a number'] } },
			'start: could not be blank, limit: must be provided, limit: must be a number',
		],
		[400, { recipients: { to: [{ address: 'invalid' }] } }, 'recipients.to.address: invalid'],
		[404, { error: 'sender not found' }, 'sender not found'],
		[200, { channel: 'is suspended' }, 'channel: is suspended'],
	])('with status %d say what SMTP.com says', async (status, data, said) => {
		sandbox().misbehave({ behaviour: { kind: 'status', status, body: { status: 'fail', data } } });
		const { error, requests } = await send({});
		expect(error?.message).toBe(`SMTP.com refused the request: ${said}`);
		expect(requests).toHaveLength(1);
	});
});
