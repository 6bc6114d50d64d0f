import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { NodeRun } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

/** A place for files that is not Sakari's. */
const seen: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const elsewhere = createServer((request, response) => {
	seen.push(request);
	answer(request, response);
});

beforeAll(async () => await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready)));
afterEach(() => seen.splice(0));
afterAll(() => elsewhere.close());

const away = (name: string) => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/${name}`;
const atSakari = (name: string) => `${sandbox().baseUrl('sakari')}/media/${name}`;

const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

/** Serves files from Sakari's own address. */
const serve = (behaviour: object = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: photo }) =>
	sandbox().misbehave({
		provider: 'sakari',
		when: ({ path }) => path.startsWith('/media/'),
		behaviour: { kind: 'status', status: 200, ...behaviour },
	});

/** Has a picture message arrive, and reads it. */
async function read(media: string[], parameters: object = {}, more: Partial<NodeRun> = {}) {
	sandbox().happen('sakari', { eventType: 'message-received', text: 'Look', media });
	return await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: {
			...{ resource: 'message', operation: 'getMany', returnAll: false, limit: 1 },
			...{ downloadAttachments: true, ...parameters },
		},
		...more,
	});
}

const errors = (items: Awaited<ReturnType<typeof read>>['items']) => items[0]!.json.attachmentErrors;

describe('Media of messages', () => {
	it.each(['memory', 'disk'] as const)('go into binary fields, kept in %s', async (binaryMode) => {
		serve();
		answer = (_, response) => response.setHeader('content-type', 'image/png').end('PNG');
		const media = [atSakari('a.jpg'), away('b.png')];
		const { items, content } = await read(media, { attachmentPrefix: 'file' }, { binaryMode });
		expect(items[0]!.json.attachments).toMatchObject(media.map((url) => ({ url })));
		expect(Object.keys(items[0]!.binary!).sort()).toEqual(['file0', 'file1']);
		expect(items[0]!.binary).toMatchObject({ file0: { mimeType: 'image/jpeg' }, file1: { mimeType: 'image/png' } });
		expect(await content(items[0]!, 'file0')).toEqual(photo);
		expect((await content(items[0]!, 'file1')).toString()).toBe('PNG');
		expect(errors(items)).toBeUndefined();
	});

	it('come with one message and with its raw record, too', async () => {
		serve();
		const list = await read([atSakari('a.jpg')], { simplify: false });
		expect(Object.keys(list.items[0]!.binary!)).toEqual(['attachment_0']);
		const messageId = list.items[0]!.json.id as string;
		const { items, content } = await runNode({
			sandbox: sandbox(),
			node: 'sakari',
			parameters: { resource: 'message', operation: 'get', messageId, downloadAttachments: true },
		});
		expect(await content(items[0]!, 'attachment_0')).toEqual(photo);
	});

	it('are left alone unless asked for', async () => {
		const { items } = await read([away('a.jpg')], { downloadAttachments: false });
		expect(items[0]!.binary).toBeUndefined();
		expect(seen).toEqual([]);
	});

	it('give the credential to Sakari alone', async () => {
		serve();
		answer = (_, response) => response.end('file');
		await read([atSakari('a.jpg'), away('b.jpg')]);
		const own = sandbox().requests.find(({ path }) => path === '/media/a.jpg');
		expect(own!.headers.authorization).toMatch(/^Bearer /);
		expect(seen).toHaveLength(1);
		expect(JSON.stringify(seen[0]!.rawHeaders)).not.toMatch(/bearer|authorization/i);
	});

	it('give the credential to nobody that Sakari refers to', async () => {
		serve({ status: 302, headers: { location: away('moved.jpg') }, body: '' });
		answer = (_, response) => response.end('moved');
		const { items, content } = await read([atSakari('a.jpg')]);
		expect((await content(items[0]!, 'attachment_0')).toString()).toBe('moved');
		expect(JSON.stringify(seen[0]!.rawHeaders)).not.toMatch(/bearer|authorization/i);
	});

	it('that are too large are refused one by one, whether they say so or not', async () => {
		const large = Buffer.alloc(1024 * 1024 + 1);
		let written = 0;
		answer = ({ url }, response) => {
			response.setHeader('content-type', 'image/png');
			if (url === '/exact') return void response.end(large.subarray(1));
			if (url === '/told') return void response.setHeader('content-length', large.length).end(large);
			// Never ends by itself
			const write = () => {
				written += large.length;
				if (!response.destroyed) response.write(large, write);
			};
			write();
		};
		const media = ['exact', 'told', 'endless'].map(away);
		const { items, error, content } = await read(media, { largestAttachment: 1 });
		expect(error).toBeUndefined();
		expect(Object.keys(items[0]!.binary!)).toEqual(['attachment_0']);
		expect((await content(items[0]!, 'attachment_0')).length).toBe(1024 * 1024);
		expect(errors(items)).toEqual(
			expect.arrayContaining(['told', 'endless'].map((name) => ({ name, error: 'larger than 1 MB' }))),
		);
		expect(written).toBeLessThan(50 * 1024 * 1024);
	});

	it('that cannot be had are told, and the message comes all the same', async () => {
		answer = ({ url }, response) => {
			if (url === '/cut') response.destroy();
			else response.writeHead(404).end();
		};
		const { items, error } = await read(['gone', 'cut'].map(away));
		expect(error).toBeUndefined();
		expect(items[0]!.json.text).toBe('Look');
		expect(items[0]!.binary).toBeUndefined();
		expect(errors(items)).toEqual(
			expect.arrayContaining([
				{ name: 'gone', error: 'HTTP status 404' },
				{ name: 'cut', error: 'could not be downloaded' },
			]),
		);
	});
});
