import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { idOf, seeds } from '../../sandbox/providers/smtpCom/mails';
import { provesOperation, runNode, sandboxCredentials, useSandbox } from '../support';

const sandbox = useSandbox();

/** The ID of the last mail that the sandbox's channel `newsletter` has sent. */
const newest = idOf(seeds);

const unknownChannel = { channel: 'unknown' };
const isId = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'message',
	operation: 'send',
	endpoint: 'POST /v4/messages',
	parameters: {
		channel: '={{ $json.channel }}',
		fromEmail: 'Acme <billing@acme.example>',
		to: '={{ $json.to }}',
		subject: '={{ $json.subject }}',
		emailFormat: 'both',
		text: 'Hello Ada',
		html: '<p>Hello Ada</p>',
	},
	item: (index) => ({
		channel: index % 2 ? 'marketing' : 'transactional',
		to: `ada${index}@example.com`,
		subject: `Счёт ${index} 发票`,
	}),
	bad: { ...unknownChannel, to: 'ada@example.com', subject: 'To nobody' },
	sent: ({ body, headers }, json) => {
		expect(headers['x-smtpcom-api']).toBe('sandbox-smtpcom-api-key');
		expect(body).toEqual({
			channel: json.channel,
			recipients: { to: [{ address: json.to }] },
			originator: { from: { name: 'Acme', address: 'billing@acme.example' } },
			subject: json.subject,
			body: {
				parts: [
					{ type: 'text/plain', charset: 'UTF-8', content: 'Hello Ada' },
					{ type: 'text/html', charset: 'UTF-8', content: '<p>Hello Ada</p>' },
				],
			},
		});
	},
	given: (items, json) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json.msg_id).toEqual(isId);
		expect('message' in items[0]!.json).toBe(json.channel === 'transactional');
	},
});

const mimeMessage = 'From: a@acme.example\r\nTo: ada@example.com\r\nSubject: Hi\r\n\r\nHello\r\n';

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'message',
	operation: 'sendMime',
	endpoint: 'POST /v4/messages/mime',
	parameters: { channel: '={{ $json.channel }}', mime: '={{ $json.mime }}' },
	item: (index) => ({
		channel: index % 2 ? 'marketing' : 'transactional',
		mime: `${mimeMessage}${index}`,
	}),
	bad: { ...unknownChannel, mime: mimeMessage },
	sent: ({ body }, json) =>
		expect(body).toEqual({
			channel: json.channel,
			recipients: { to: [{ address: 'ada@example.com' }] },
			originator: { from: { address: 'a@acme.example' } },
			mime: json.mime,
		}),
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json.msg_id).toEqual(isId);
	},
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'message',
	operation: 'getMany',
	endpoint: 'GET /v4/messages',
	parameters: {
		channel: '={{ $json.channel }}',
		start: '={{ $json.start }}',
		returnAll: false,
		limit: 3,
		filters: { event: 'failed' },
		simplify: false,
	},
	item: () => ({ channel: 'newsletter', start: '2020-01-31T10:00:00Z' }),
	bad: { ...unknownChannel, start: '2020-01-31T10:00:00Z' },
	sent: ({ query }, json) =>
		expect(query).toEqual({
			channel: json.channel,
			start: '1580464800',
			event: 'failed',
			limit: '3',
			offset: '0',
		}),
	given: (items) => {
		expect(items).toHaveLength(3);
		for (const { json } of items) {
			expect(json).toMatchObject({
				channel: 'newsletter',
				details: { delivery: { event: 'failed' } },
			});
		}
	},
});

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'message',
	operation: 'get',
	endpoint: 'GET /v4/messages',
	parameters: { channel: '={{ $json.channel }}', messageId: '={{ $json.id }}', simplify: false },
	item: () => ({ channel: 'newsletter', id: newest }),
	bad: { ...unknownChannel, id: newest },
	sent: ({ query }, { channel, id }) => expect(query).toMatchObject({ channel, msg_id: id }),
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ msg_id: newest, msg_data: { subject: 'News of the week' } });
	},
});

describe('smtpCom message.get', () => {
	const run = async (operation: string, parameters: INodeParameters) =>
		await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: { resource: 'message', operation, channel: 'marketing', ...parameters },
		});

	const send = async (to: string) => {
		const mail = { fromEmail: 'a@acme.example', to, subject: 'Hi', emailFormat: 'text', text: 'Hi' };
		const { items } = await run('send', mail);
		return String(items[0]!.json.msg_id);
	};

	it('gives an item for each recipient, with one request', async () => {
		await send('bob@example.com');
		const all = Array.from({ length: 1000 }, (_, index) => `p${index}@example.com`);
		const messageId = await send(all.join(', '));
		const { items, requests } = await run('get', { messageId, simplify: false });
		expect(items.map(({ json }) => (json.msg_data as IDataObject).rcpt_to)).toEqual(all);
		expect(new Set(items.map(({ json }) => json.msg_id))).toEqual(new Set([messageId]));
		expect(requests).toHaveLength(1);
		const today = Math.floor(Date.now() / 86_400_000) * 86_400;
		expect(requests[0]!.query).toEqual({
			channel: 'marketing',
			msg_id: messageId,
			start: String(today - 7 * 86_400),
			limit: '1000',
			offset: '0',
		});
	});

	it('tells that there is no such message', async () => {
		const { error, items } = await run('get', { messageId: 'd8bc7242-7492-4371-a78c-484b21a9a3eb' });
		expect(items).toEqual([]);
		expect(error?.message).toBe(
			'SMTP.com refused the request: no message with this ID was sent through this channel in the last 7 days',
		);
		expect(error?.httpCode).toBe('404');
	});
});

describe('smtpCom message.getMany', () => {
	const minute = 60_000;

	/** Lists the newsletter's mails, one a minute, of so many minutes. */
	const list = async (minutes: number, more: INodeParameters) => {
		const end = Math.floor(Date.now() / minute) * minute - 100 * minute;
		return await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: {
				...{ resource: 'message', operation: 'getMany', channel: 'newsletter' },
				start: new Date(end - (minutes - 1) * minute).toISOString(),
				filters: { end: new Date(end).toISOString() },
				simplify: false,
				...more,
			},
		});
	};

	it.each([
		[999, [0]],
		[1000, [0, 1000]],
		[1001, [0, 1000]],
		[2000, [0, 1000, 2000]],
		[2200, [0, 1000, 2000]],
	])('returns all of %d', async (count, offsets) => {
		const { items, requests } = await list(count, { returnAll: true });
		expect(requests.map(({ query }) => Number(query.offset))).toEqual(offsets);
		expect(requests.every(({ query }) => query.limit === '1000')).toBe(true);
		expect(new Set(items.map(({ json }) => json.msg_id)).size).toBe(count);
		expect(items).toHaveLength(count);
	});

	it.each([
		[1, ['1']],
		[999, ['999']],
		[1000, ['1000']],
		[1001, ['1000', '1000']],
	])('stops at a limit of %d', async (limit, sizes) => {
		const { items, requests } = await list(2200, { returnAll: false, limit });
		expect(items).toHaveLength(limit);
		expect(requests.map(({ query }) => query.limit)).toEqual(sizes);
	});

	it('gives no items for an empty list', async () => {
		const { items, error, requests } = await list(10, { channel: 'marketing', returnAll: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(0);
		expect(requests).toHaveLength(1);
	});

	it('refuses an end before the start', async () => {
		const { error, requests } = await list(-5, { returnAll: true });
		expect(error?.message).toMatch(/'End' must be later than 'Start'/);
		expect(requests).toHaveLength(0);
	});
});

describe('smtpCom log-in', () => {
	const logIn = async (more: IDataObject) =>
		await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: {
				...{ resource: 'message', operation: 'getMany', channel: 'newsletter' },
				...{ start: '2020-01-31T10:00:00Z', returnAll: false, limit: 1 },
			},
			credentials: { ...sandboxCredentials(sandbox(), 'smtpCom'), ...more } as never,
		});

	it.each(['basic', 'header', 'query'])('goes with each request as %s, alone', async (way) => {
		const { error, requests } = await logIn({ authenticationMethod: way });
		expect(error).toBeUndefined();
		const [{ headers, query }] = requests as [(typeof requests)[0]];
		expect({
			basic: headers.authorization,
			header: headers['x-smtpcom-api'],
			query: query.api_key,
		}).toEqual({
			basic: way === 'basic' ? `Basic ${btoa('api:sandbox-smtpcom-api-key')}` : undefined,
			header: way === 'header' ? 'sandbox-smtpcom-api-key' : undefined,
			query: way === 'query' ? 'sandbox-smtpcom-api-key' : undefined,
		});
	});

	it.each(['basic', 'header', 'query'])(
		'that is wrong is told, the key is not: %s',
		async (way) => {
			const { error } = await logIn({ authenticationMethod: way, apiKey: 'wrong-key-0123456789' });
			expect(error?.message).toBe('SMTP.com refused the request: api_key: invalid');
			expect(error?.httpCode).toBe('401');
			expect(JSON.stringify(error)).not.toContain('wrong-key-0123456789');
		},
	);
});
