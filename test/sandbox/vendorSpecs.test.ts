import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { RecordedRequest } from '../../sandbox/types';
import { checkAgainst, loadVendorSpecs } from '../../sandbox/vendorSpecs';

const webhooks = '/v1/accounts/{accountId}/webhooks';
const contacts = '/v1/accounts/{accountId}/contacts';
const text = { type: 'string' };
const body = (schema: object) => ({ content: { 'application/json': { schema } } });

const inPath = (...names: string[]) =>
	names.map((name) => ({ name, in: 'path', required: true, schema: text }));

/** As wrong as the vendors' documents are; they themselves are not part of this repository. */
const sakari = {
	openapi: '3.0.0',
	paths: {
		[webhooks]: {
			parameters: inPath('accountId'),
			post: {
				requestBody: body({ type: 'object', required: ['callbackUrl'], properties: { url: text } }),
			},
		},
		[contacts]: {
			parameters: inPath('accountId'),
			post: { requestBody: body({ type: 'object', properties: { email: text } }) },
		},
		[`${contacts}/{contactId}`]: { parameters: inPath('accountId', 'contactId'), put: {} },
	},
};

const smtpCom = {
	openapi: '3.0.0',
	components: {
		schemas: { _v4_messages_body_attachments: { type: 'object', properties: { content: text } } },
		securitySchemes: { apiID: { type: 'apiKey', in: 'query', name: 'api_key' } },
	},
	paths: {
		'/v4/channels/': { get: {} },
		'/v4/messages': {
			post: {
				requestBody: body({ $ref: '#/components/schemas/_v4_messages_body_attachments' }),
			},
		},
		'/v4/stats/{duration}/{slice}/{slice_specifier}/{group_by}': {
			get: {
				parameters: [
					...inPath('duration', 'slice', 'slice_specifier', 'group_by'),
					{ name: 'start', in: 'query', required: true, schema: text },
					{ name: 'limit', in: 'query', required: true, schema: text },
				],
			},
		},
		'/v4/callbacks/{event}': {
			post: {
				parameters: [
					{ name: 'event', in: 'path', required: true, schema: { enum: ['delivered'] } },
					{ name: 'address', in: 'query', required: true, schema: text },
				],
			},
		},
	},
};

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'specs-'));
	await writeFile(path.join(folder, 'sakari.openapi.json'), JSON.stringify(sakari));
	await writeFile(path.join(folder, 'smtpcom.openapi.yaml'), JSON.stringify(smtpCom));
});
afterAll(async () => await rm(folder, { recursive: true }));

const account = '/v1/accounts/a1';

it.each([
	['sakari', 'POST', `${account}/webhooks`, { url: 'https://a.example' }, []],
	['sakari', 'POST', `${account}/webhooks`, { url: 1, x: 1 }, ['(x)', 'body/url must be string']],
	['sakari', 'PUT', `${account}/contacts/1`, { email: 'a@b.example' }, []],
	['sakari', 'PUT', `${account}/contacts/1`, { phone: '1' }, ['(phone)']],
	['sakari', 'GET', `${account}/balance`, undefined, []],
	['sakari', 'GET', `${account}/credit`, undefined, ["is not in the vendor's document"]],
	['sakari', 'POST', `${account}/contacts?limit=1`, {}, ['(limit)']],
	['smtpCom', 'GET', '/v4/channels', undefined, []],
	['smtpCom', 'GET', '/v4/channels?api_key=k', undefined, []],
	['smtpCom', 'GET', '/v4/channels', { a: 1 }, ['takes no application/json']],
	['smtpCom', 'GET', '/v4/stats?start=1&limit=1', undefined, []],
	['smtpCom', 'GET', '/v4/stats?limit=1', undefined, ["required property 'start'"]],
	['smtpCom', 'GET', '/v4/stats/mtd?limit=1', undefined, []],
	['smtpCom', 'GET', '/v4/stats/mtd/channel', undefined, ["required property 'limit'"]],
	['smtpCom', 'GET', '/v4/stats/mtd/channel/a/domain/b/rcpt_isp?limit=1', undefined, []],
	['smtpCom', 'POST', '/v4/messages', { content: 'eA==', encoding: 'base64' }, []],
	['smtpCom', 'POST', '/v4/callbacks/delivered', { address: 'https://a.example' }, []],
	['smtpCom', 'POST', '/v4/callbacks/sent', { url: '' }, ['(url)', 'path/event must be']],
] as const)('%s: %s %s with %j deviates in %j', async (provider, method, url, sent, expected) => {
	const [location = '', search = ''] = url.split('?');
	const request: RecordedRequest = {
		provider,
		method,
		path: location,
		query: Object.fromEntries(new URLSearchParams(search)),
		headers: sent ? { 'content-type': 'application/json' } : {},
		body: sent,
		files: [],
		status: 200,
		at: 0,
	};
	const spec = (await loadVendorSpecs(folder))[provider];
	if (!spec) throw new Error(`${provider} has no document`);
	const deviations = checkAgainst(spec, request);
	expect(deviations).toHaveLength(expected.length);
	expected.forEach((words, index) => expect(deviations[index]).toContain(words));
});

it('has no document where the folder has none', async () => {
	expect(Object.keys(await loadVendorSpecs(folder))).toEqual(['sakari', 'smtpCom']);
	expect(await loadVendorSpecs(path.join(folder, 'none'))).toEqual({});
});

const realSpecs = process.env.PROVIDER_SPECS_DIR;
if (realSpecs) {
	it("reads the vendors' own documents", async () => {
		const specs = await loadVendorSpecs(realSpecs ?? '');
		expect(Object.keys(specs)).toEqual(['sakari', 'smtpCom', 'yandexMarket']);
	});
}
