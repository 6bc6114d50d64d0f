import type { INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../sandbox/types';
import type { InputFile } from '../support';
import { runNode, sandboxCredentials, useSandbox } from '../support';

const sandbox = useSandbox();

interface Input {
	node: ProviderName;
	parameters: INodeParameters;
	/** Content of the binary field `data`. */
	file?: InputFile;
	baseUrl?: string;
	/** How the error starts. */
	says: string;
}

const megabyte = 1024 * 1024;
const people = (count: number) =>
	Array.from({ length: count }, (_, index) => `p${index}@email.com`).join(', ');

const fileOf = (content: Buffer, mimeType = 'text/plain'): InputFile => ({
	name: 'file',
	mimeType,
	content,
});

const paraTranz = (parameters: INodeParameters, says: string): Input => ({
	node: 'paraTranz',
	parameters: { resource: 'mail', operation: 'send', to: '20481', content: 'Text', ...parameters },
	says,
});

const mail = (parameters: INodeParameters, says: string, file?: InputFile): Input => ({
	node: 'smtpCom',
	parameters: {
		resource: 'message',
		operation: 'send',
		channel: 'transactional',
		fromEmail: 'billing@email.com',
		to: 'a@email.com',
		subject: 'Subject',
		emailFormat: 'text',
		text: 'Text',
		...parameters,
	},
	file,
	says,
});

const mime = (text: string, says: string, additionalFields: INodeParameters = {}): Input => ({
	node: 'smtpCom',
	parameters: {
		resource: 'message',
		operation: 'sendMime',
		channel: 'transactional',
		mimeSource: 'text',
		mime: text,
		additionalFields,
	},
	says,
});

const mimeFile = (content: Buffer, says: string): Input => ({
	...mime('', says),
	parameters: { resource: 'message', operation: 'sendMime', channel: 'a', mimeSource: 'binary' },
	file: fileOf(content, 'message/rfc822'),
});

const thread = (operation: string, more: INodeParameters, says: string): Input => ({
	node: 'iBiz',
	parameters: { resource: 'mailThread', operation, threadId: 'a', ...more },
	says,
});

const text = (parameters: INodeParameters, says: string): Input => ({
	node: 'sakari',
	parameters: {
		resource: 'message',
		operation: 'send',
		sendTo: 'phoneNumber',
		phoneNumber: '+12025550101',
		template: 'Text',
		...parameters,
	},
	says,
});

const file = (says: string, content?: InputFile): Input => ({
	node: 'yandexMarket',
	parameters: { resource: 'file', operation: 'send', businessId: '924574', chatId: '11870001' },
	file: content,
	says,
});

const header = (name: string, value: string) => ({
	customHeaders: { header: [{ name, value }] },
	customArguments: { argument: [{ name: 'order', value: '7' }] },
});

const inputs: Record<string, Input> = {
	'no operation of the node': paraTranz({ operation: 'nonsense' }, "'Operation' must be one of"),
	'a base URL of another kind': {
		...paraTranz({}, "'Base URL' of the credential must start with"),
		baseUrl: 'ftp://paratranz.cn/api',
	},
	'a base URL without a host': {
		...paraTranz({}, "'Base URL' of the credential must start with"),
		baseUrl: 'https://',
	},
	'a mail to nobody': mail({ to: '' }, "'To', 'CC' or 'BCC' must have a recipient"),
	'1001 recipients in two fields': mail(
		{ to: people(500), additionalFields: { bcc: people(501) } },
		"'To', 'CC' and 'BCC' must have at most 1000 recipients together, but have 1001",
	),
	'1001 recipients of separate mails': mail(
		{ to: people(1001), separateMails: true },
		"'To', 'CC' and 'BCC' must have at most 1000 recipients together, but have 1001",
	),
	'separate mails with a copy': mail(
		{ separateMails: true, additionalFields: { cc: 'b@email.com' } },
		"'Separate Mail for Each Recipient' does not go together with",
	),
	'a text of more than 10 MB': mail(
		{ text: 'x'.repeat(10 * megabyte + 1) },
		"'Text' and 'HTML' must have at most 10485760 bytes together",
	),
	'a text and HTML of more than 10 MB together': mail(
		{ emailFormat: 'both', text: 'x'.repeat(5 * megabyte), html: 'é'.repeat(3 * megabyte) },
		"'Text' and 'HTML' must have at most 10485760 bytes together",
	),
	'an attachment of more than 10 MB': mail(
		{ additionalFields: { attachments: 'data' } },
		"'Attachments' holds more than 10485760 bytes",
		fileOf(Buffer.alloc(10 * megabyte + 1)),
	),
	'an attachment that is not there': mail(
		{ additionalFields: { attachments: 'data' } },
		"'Attachments' names the binary field 'data', which this item does not have",
	),
	'a mail as attachment': mail(
		{ additionalFields: { attachments: 'data' } },
		"'Attachments' names 'data', which is a mail itself",
		fileOf(Buffer.from('Subject: a\r\n\r\n'), 'message/rfc822'),
	),
	'a header that carries the arguments': mail(
		{ additionalFields: header('x-smtpapi', '{}') },
		"'Custom Headers' has X-SMTPAPI",
	),
	'a header value with a further header': mail(
		{ additionalFields: header('X-Tag', 'a\r\nBcc: b@email.com') },
		"'Custom Headers: Value' must be one line",
	),
	'an end before the start': {
		...mail({}, "'End' must be later than 'Start'"),
		parameters: {
			resource: 'message',
			operation: 'getMany',
			channel: 'newsletter',
			start: '2026-02-02T00:00:00Z',
			filters: { end: '2026-02-01T00:00:00Z' },
		},
	},
	'a MIME message of more than 10 MB': mime(
		`From: a@email.com\r\nTo: b@email.com\r\n\r\n${'x'.repeat(10 * megabyte)}`,
		'The MIME message must have at most 10485760 bytes',
	),
	'a MIME message without a sender': mime(
		'To: b@email.com\r\n\r\nText',
		"'From Email' is empty, and the MIME message has no header From",
	),
	'a MIME message with two senders': mime(
		'From: a@email.com, c@email.com\r\nTo: b@email.com\r\n\r\nText',
		"'Header From of the MIME message' must be one address",
	),
	'a MIME message to nobody': mime(
		'From: a@email.com\r\n\r\nText',
		"'To', 'CC' or 'BCC' must have a recipient",
	),
	'a MIME message to no address': mime(
		'From: a@email.com\r\nTo: nobody\r\n\r\nText',
		"'Header To of the MIME message' has 'nobody', which is not",
	),
	'a MIME file that is not UTF-8': mimeFile(
		Buffer.from('From: a@email.com\r\nTo: b@email.com\r\n\r\n\xe9', 'latin1'),
		"The file in 'data' is not UTF-8 text",
	),
	'a MIME file of more than 10 MB': mimeFile(
		Buffer.alloc(10 * megabyte + 1),
		"'Input Data Field Name' holds more than 10485760 bytes",
	),
	'a key in the further fields of a thread': thread(
		'update',
		{ updateFields: { furtherFields: '{"id":"b"}' } },
		"'Further Fields (JSON)' must not contain what other fields of this node hold: id",
	),
	'a name both as field and further field': thread(
		'create',
		{ additionalFields: { name: 'a', furtherFields: '{"name":"b"}' } },
		"'Further Fields (JSON)' must not contain what other fields of this node hold: name",
	),
	'a file that is not there': {
		...thread('create', {}, "'Input Data Field Name' names the binary field 'data'"),
		parameters: { resource: 'data', operation: 'import' },
	},
	'an MMS of nothing': text(
		{ messageType: 'MMS', template: '' },
		"'Message' and 'Media URLs' must not both be empty",
	),
	'a text message that holds an object': text(
		{ template: '=Dear {{ $json }}' },
		"'Message' contains [object Object]",
	),
	'a message to contacts without any': text(
		{ sendTo: 'contacts', contactIds: ' , ' },
		"'Contact IDs' must name at least one ID",
	),
	'a filter without tags': text({ sendTo: 'filter', tags: ',' }, "'Tags' must name at least one tag"),
	'a file of more than 5 MB': file(
		"'Input Data Field Name' holds more than 5000000 bytes",
		fileOf(Buffer.alloc(5_000_001)),
	),
	'a file in a field that every object has': {
		...file("'Input Data Field Name' names the binary field '__proto__', which this item does not have"),
		parameters: {
			...file('').parameters,
			inputDataFieldName: '__proto__',
		},
	},
	'no file to send': file("'Input Data Field Name' names the binary field 'data'"),
};

describe(`${Object.keys(inputs).length} inputs that are wrong together`, () => {
	it('end the node before an item is sent, also those inside of a file', async () => {
		const good = fileOf(Buffer.from('From: a@email.com\r\nTo: b@email.com\r\n\r\nText'), 'message/rfc822');
		const { file: bad, parameters, says } = inputs['a MIME file that is not UTF-8']!;
		const result = await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: { ...parameters, requestOptions: { requestsAtOnce: 1 } },
			items: [{}, {}, {}],
			files: [good, good, bad!].map((data) => ({ data })),
		});
		expect(result.error?.message.slice(0, says.length)).toBe(says);
		expect(result.error?.context).toMatchObject({ itemIndex: 2 });
		expect(result.requests).toEqual([]);
	});

	it.each(Object.entries(inputs))('are told, and nothing is sent: %s', async (_, input) => {
		const { node, parameters, file: content, baseUrl, says } = input;
		const result = await runNode({
			sandbox: sandbox(),
			node,
			parameters,
			files: [content ? { data: content } : {}],
			credentials: {
				...sandboxCredentials(sandbox(), node),
				...(baseUrl !== undefined && { baseUrl }),
			} as Record<string, string>,
		});
		expect(result.error?.message.slice(0, says.length)).toBe(says);
		expect(result.requests).toEqual([]);
	});
});
