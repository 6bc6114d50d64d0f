import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { InputFile } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const mebibyte = 1024 * 1024;
const mimeMessage = 'From: a@acme.example\r\nTo: ada@example.com\r\nSubject: Hi\r\n\r\nHello\r\n';

const sendMime = async (more: INodeParameters, files?: Record<string, InputFile>) =>
	await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: {
			...{ resource: 'message', operation: 'sendMime', channel: 'transactional' },
			...more,
		},
		files: files && [files],
	});

describe('smtpCom message.sendMime', () => {
	const headers = [
		'From: =?UTF-8?Q?Acm=C3=A9?= <billing@acme.example>',
		'To: "Lovelace, Ada" <ada@example.com>,',
		'\tgrace@example.com',
		'CC: Team:team@example.com, boss@example.com;',
		'Bcc: Audit <audit@example.com>,',
		' books@example.com',
		'Subject: =?UTF-8?B?0J/RgNC40LLQtdGC?=',
	];
	const content = 'Content-Type: text/plain\r\n\r\nbcc: stays\r\nПривет 你好 🙂\r\n';
	const whole = [...headers, content].join('\r\n');
	const eml = (text: string | Buffer): Record<string, InputFile> => ({
		data: { name: 'mail.eml', mimeType: 'message/rfc822', content: Buffer.from(text as string) },
	});

	const bodyOf = ({ requests }: Awaited<ReturnType<typeof sendMime>>) =>
		requests[0]?.body as IDataObject;

	it.each(['text', 'binary'])('reads the envelope from the headers: %s', async (mimeSource) => {
		const result =
			mimeSource === 'text'
				? await sendMime({ mime: whole })
				: await sendMime({ mimeSource, inputDataFieldName: 'data' }, eml(whole));
		expect(result.error).toBeUndefined();
		expect(bodyOf(result)).toEqual({
			channel: 'transactional',
			recipients: {
				to: [{ address: 'ada@example.com' }, { address: 'grace@example.com' }],
				cc: [{ address: 'team@example.com' }, { address: 'boss@example.com' }],
				bcc: [{ address: 'audit@example.com' }, { address: 'books@example.com' }],
			},
			originator: { from: { address: 'billing@acme.example' } },
			mime: [...headers.slice(0, 4), headers[6], content].join('\r\n'),
		});
		expect(sandbox().deliveries).toHaveLength(6);
	});

	it('sends the mail untouched to the recipients that are given', async () => {
		const result = await sendMime({
			mime: whole,
			additionalFields: {
				to: 'Only <only@example.com>',
				fromEmail: 'other@acme.example',
				fromName: 'Other',
				replyTo: 'reply@acme.example',
			},
		});
		expect(bodyOf(result)).toEqual({
			channel: 'transactional',
			recipients: { to: [{ name: 'Only', address: 'only@example.com' }] },
			originator: {
				from: { name: 'Other', address: 'other@acme.example' },
				reply_to: { address: 'reply@acme.example' },
			},
			mime: whole,
		});
	});

	it('makes separate mails for all that the headers name', async () => {
		const result = await sendMime({ mime: whole, additionalFields: { separateMails: true } });
		expect((bodyOf(result).recipients as IDataObject).bulk_list).toHaveLength(6);
	});

	it('takes a mail of 10 MB', async () => {
		const mime = mimeMessage.padEnd(10 * mebibyte, 'x');
		const result = await sendMime({ mimeSource: 'binary', inputDataFieldName: 'data' }, eml(mime));
		expect(result.error).toBeUndefined();
		expect(bodyOf(result).mime === mime).toBe(true);
	});

	it.each<[string, INodeParameters, string | Buffer, RegExp]>([
		['more than 10 MB of text', {}, mimeMessage.padEnd(10 * mebibyte + 1, 'x'), /10485760 bytes/],
		[
			'a file of more than 10 MB',
			{ mimeSource: 'binary' },
			mimeMessage.padEnd(10 * mebibyte + 1, 'x'),
			/'Input Data Field Name' holds more than 10485760 bytes/,
		],
		[
			'a file that is not UTF-8',
			{ mimeSource: 'binary' },
			Buffer.concat([Buffer.from(mimeMessage), Buffer.from([0xe9])]),
			/'data' is not UTF-8 text/,
		],
		['half a character', {}, `${mimeMessage}\udc00`, /half of a character/],
		['no sender', {}, 'To: ada@example.com\r\n\r\nHi', /has no header From/],
		['no recipient', {}, 'From: a@example.com\r\n\r\nTo: ada@example.com', /must have a recipient/],
		[
			'nobody but undisclosed recipients',
			{},
			'From: a@example.com\r\nTo: undisclosed-recipients:;\r\n\r\nHi',
			/must have a recipient/,
		],
		[
			'a header that cannot be read',
			{},
			'From: a@example.com\r\nCc: bob\r\n\r\nHi',
			/'Header CC of the MIME message' has 'bob'/,
		],
	])('refuses %s before it sends', async (_, parameters, mime, words) => {
		const isFile = parameters.mimeSource === 'binary';
		const { error, requests } = await sendMime(
			{ ...parameters, ...(isFile ? { inputDataFieldName: 'data' } : { mime: String(mime) }) },
			isFile ? eml(mime) : undefined,
		);
		expect(error?.message).toMatch(words);
		expect(requests).toHaveLength(0);
	});
});
