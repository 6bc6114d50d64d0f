import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { firstChat as firstNumber } from '../../sandbox/providers/yandexMarket/chats';
import type { NodeRun } from '../support';
import { useSandbox } from '../support';
import { bytes, nodeOf } from './yandexMarket';

const sandbox = useSandbox();
const run = nodeOf(sandbox);
const megabyte = 1024 * 1024;
const chatId = '11870002';

/** A host of files that is not the API's, as that of the messenger of Yandex. */
let host: Server;
let files: string;
let seen: Array<{ url: string; headers: IncomingHttpHeaders }> = [];

beforeAll(async () => {
	host = createServer(({ url = '', headers }, response) => {
		seen.push({ url, headers });
		const [, kind, size = '0'] = url.split('/');
		if (kind === 'circle') response.writeHead(307, { location: url }).end();
		else if (kind === 'nowhere') response.writeHead(302).end();
		else if (kind === 'forbidden') response.writeHead(403).end('no');
		else if (kind === 'unsaid') response.writeHead(200).end(bytes(Number(size)));
		else {
			const told = { 'content-type': 'image/png', 'content-length': size };
			response.writeHead(200, told).end(bytes(Number(size)));
		}
	});
	await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
	files = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

beforeEach(() => (seen = []));

afterAll(() => {
	host.closeAllConnections();
	host.close();
});

/** A customer sends files to the chat; they are read with the newest message. */
async function received(
	sent: Array<{ name: string; url: string; size: number }>,
	parameters: NodeRun['parameters'] = {},
	more: Partial<NodeRun> = {},
) {
	sandbox().happen('yandexMarket', { files: sent, chatId: firstNumber + 1 });
	const result = await run(
		'message',
		'getMany',
		{ chatId, returnAll: true, downloadAttachments: true, simplify: true, ...parameters },
		more,
	);
	expect(result.error).toBeUndefined();
	const item = result.items.at(-1)!;
	const content = async (field: string) => await result.content(item, field);
	return { ...result, item, content };
}

const headersSeen = () => seen.map(({ headers }) => [headers['api-key'], headers.authorization]);

describe('The files of a message of yandexMarket', () => {
	it.each(['memory', 'disk'] as const)('are downloaded, several at once (binary data in %s)', async (binaryMode) => {
		const { item, content } = await received(
			[
				{ name: 'фото.png', url: `${files}/file/999`, size: 999 },
				{ name: 'чек.pdf', url: `${files}/unsaid/5`, size: 5 },
			],
			{},
			{ binaryMode },
		);
		expect(item.json.attachmentErrors).toBeUndefined();
		expect(item.binary!.attachment_0).toMatchObject({ fileName: 'фото.png', mimeType: 'image/png' });
		expect(item.binary!.attachment_1).toMatchObject({ fileName: 'чек.pdf', mimeType: 'application/pdf' });
		expect((await content('attachment_0')).equals(bytes(999))).toBe(true);
		expect((await content('attachment_1')).equals(bytes(5))).toBe(true);
	});

	it('are left where they are unless asked for', async () => {
		const sent = [{ name: 'a.png', url: `${files}/file/5`, size: 5 }];
		const { item } = await received(sent, { downloadAttachments: false });
		expect(item.binary).toBeUndefined();
		expect(item.json.attachments).toEqual(sent);
		expect(seen).toEqual([]);
	});

	it('belong to a single message, too, and to its record as it is', async () => {
		await received([{ name: 'a.png', url: `${files}/file/5`, size: 5 }]);
		const { items: all } = await run('message', 'getMany', { chatId, returnAll: true });
		const messageId = String(all.at(-1)!.json.messageId);
		const { items } = await run('message', 'get', { chatId, messageId, downloadAttachments: true, attachmentPrefix: 'photo' });
		expect(items[0]!.json).toHaveProperty('payload');
		expect(Object.keys(items[0]!.binary!)).toEqual(['photo0']);
	});
});

describe('The credential of yandexMarket', () => {
	it('is not shown to another host that has a file', async () => {
		await received([{ name: 'a.png', url: `${files}/file/5`, size: 5 }]);
		expect(headersSeen()).toEqual([[undefined, undefined]]);
	});

	it('nor is the OAuth token', async () => {
		const oAuthToken = 'sandbox-yandex-market-token';
		const baseUrl = sandbox().baseUrl('yandexMarket');
		const credentials = { authenticationMethod: 'oAuthToken', oAuthToken, apiKey: '', baseUrl };
		await received([{ name: 'a.png', url: `${files}/file/5`, size: 5 }], {}, { credentials });
		expect(headersSeen()).toEqual([[undefined, undefined]]);
	});

	it('is shown to the API itself', async () => {
		const url = `${sandbox().baseUrl('yandexMarket')}/v2/campaigns`;
		const { content, requests } = await received([{ name: 'list.json', url, size: 200 }]);
		const { apiKey } = sandbox().credentials('yandexMarket');
		expect(requests.find(({ path }) => path === '/v2/campaigns')!.headers['api-key']).toBe(apiKey);
		expect(String(await content('attachment_0'))).toContain('"campaigns"');
	});

	it('does not go along when the API sends on to another host', async () => {
		const url = `${sandbox().baseUrl('yandexMarket')}/v2/campaigns`;
		const headers = { location: `${files}/file/5` };
		const behaviour = { kind: 'status', status: 302, headers } as const;
		sandbox().misbehave({ operationId: 'getCampaigns', times: 1, behaviour });
		const { content } = await received([{ name: 'a.png', url, size: 5 }]);
		expect(headersSeen()).toEqual([[undefined, undefined]]);
		expect((await content('attachment_0')).equals(bytes(5))).toBe(true);
	});
});

describe('A file of yandexMarket that cannot be had', () => {
	it('is told beside the others', async () => {
		const { item } = await received([
			{ name: 'secret.png', url: `${files}/forbidden`, size: 5 },
			{ name: 'a.png', url: `${files}/file/5`, size: 5 },
			{ name: 'odd.png', url: 'file:///etc/passwd', size: 5 },
			{ name: 'circle.png', url: `${files}/circle`, size: 5 },
			{ name: 'nowhere.png', url: `${files}/nowhere`, size: 5 },
		]);
		expect(Object.keys(item.binary!)).toEqual(['attachment_1']);
		expect(item.json.attachmentErrors).toEqual(
			expect.arrayContaining([
				{ name: 'secret.png', error: 'HTTP status 403' },
				{ name: 'odd.png', error: 'no web address' },
				{ name: 'circle.png', error: 'sent on too often' },
				{ name: 'nowhere.png', error: 'HTTP status 302' },
			]),
		);
	});

	it.each([
		['says so, without a request', `/file/${2 * megabyte}`, 2 * megabyte, 0],
		['turns out so by its header', `/file/${2 * megabyte}`, 5, 1],
		['turns out so as it comes', `/unsaid/${2 * megabyte}`, 5, 1],
	])('because it is too large, which it %s', async (_, path, size, requests) => {
		const sent = [{ name: 'large.png', url: files + path, size }];
		const { item } = await received(sent, { largestAttachment: 1 });
		expect(item.binary).toBeUndefined();
		expect(item.json.attachmentErrors).toEqual([{ name: 'large.png', error: 'larger than 1 MB' }]);
		expect(seen).toHaveLength(requests);
	});
});
