import { chunks, indices, withCredential, withJson, withQuery, type Work } from './work';

const credential = 'smtpComApi';
const page = 1000;
const channel = 'marketing';

const mail = (recipients: object) => ({
	channel,
	recipients,
	originator: { from: { address: 'news@acme.example' } },
	subject: 'News of the week',
	body: { parts: [{ type: 'text/html', charset: 'UTF-8', content: '<p>All is well.</p>' }] },
});

const address = (index: number) => `reader${index}@example.com`;
const yesterday = new Date(Date.now() - 86_400_000);
const start = Math.floor(yesterday.getTime() / 1000);

export const smtpCom: Work = {
	provider: 'smtpCom',
	name: 'smtp_com',
	credential,
	atOnce: 10,
	groups: 'usual',
	headers: async ({ apiKey }) => await Promise.resolve({ 'X-SMTPCOM-API': String(apiKey) }),
	send: {
		operationId: 'message.send',
		item: (index) => ({ to: address(index) }),
		node: {
			resource: 'message',
			operation: 'send',
			channel,
			fromEmail: 'news@acme.example',
			to: '={{ $json.to }}',
			subject: 'News of the week',
			emailFormat: 'html',
			html: '<p>All is well.</p>',
		},
		httpRequest: (baseUrl) => ({
			...withCredential(credential),
			...withJson(
				`{...${JSON.stringify(mail({}))}, recipients: {to: [{address: $json.to}]}}`,
			),
			method: 'POST',
			url: `${baseUrl}/v4/messages`,
		}),
		request: ({ to }) => ({
			method: 'POST',
			url: '/v4/messages',
			data: mail({ to: [{ address: to }] }),
		}),
	},
	list: {
		operationId: 'message.getMany',
		page,
		node: { resource: 'message', operation: 'getMany', channel, start: yesterday.toISOString() },
		httpRequest: (baseUrl, size) => ({
			...withCredential(credential),
			...withQuery({ channel, start, limit: size, offset: 0 }),
			method: 'GET',
			url: `${baseUrl}/v4/messages`,
		}),
		turning: (size) => ({ type: 'qs', name: 'offset', value: `={{ $pageCount * ${size} }}` }),
		field: 'data.items',
		request: (number, size) => ({
			method: 'GET',
			url: '/v4/messages',
			params: { channel, start, limit: size, offset: number * size },
		}),
		fill: (records) =>
			chunks(records, page).map((chunk) => ({
				method: 'POST',
				url: '/v4/messages',
				data: mail({
					bulk_list: indices(page).map((index) => ({ address: address(chunk * page + index) })),
				}),
			})),
	},
};
