import { chunks, indices, withCredential, withJson, withQuery, type Work } from './work';

const credential = 'sakariApi';
const page = 100;
const account = '/v1/accounts/65f0c0ffee0000000000a001';
const template = 'Your order has left our store.';
const numberOf = (index: number) => `+1303${2_000_000 + index}`;

export const sakari: Work = {
	provider: 'sakari',
	name: 'sakari',
	credential,
	atOnce: 10,
	groups: 'usual',
	async headers({ clientId, clientSecret }, post) {
		const { access_token: token } = await post('/oauth2/token', {
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		});
		return { Authorization: `Bearer ${String(token)}` };
	},
	send: {
		operationId: 'message.send',
		item: (index) => ({ to: numberOf(index) }),
		node: {
			resource: 'message',
			operation: 'send',
			phoneNumber: '={{ $json.to }}',
			template,
		},
		httpRequest: (baseUrl) => ({
			...withCredential(credential),
			...withJson(
				`{contacts: [{mobile: {number: $json.to}}], type: 'SMS', template: '${template}'}`,
			),
			method: 'POST',
			url: `${baseUrl}${account}/messages`,
		}),
		request: ({ to }) => ({
			method: 'POST',
			url: `${account}/messages`,
			data: { contacts: [{ mobile: { number: to } }], type: 'SMS', template },
		}),
	},
	list: {
		operationId: 'message.getMany',
		page,
		node: { resource: 'message', operation: 'getMany' },
		httpRequest: (baseUrl, size) => ({
			...withCredential(credential),
			...withQuery({ offset: 0, limit: size }),
			method: 'GET',
			url: `${baseUrl}${account}/messages`,
		}),
		turning: (size) => ({ type: 'qs', name: 'offset', value: `={{ $pageCount * ${size} }}` }),
		field: 'data',
		request: (number, size) => ({
			method: 'GET',
			url: `${account}/messages`,
			params: { offset: number * size, limit: size },
		}),
		fill: (records) =>
			chunks(records, page).map((chunk) => ({
				method: 'POST',
				url: `${account}/messages`,
				data: {
					contacts: indices(page).map((index) => ({
						mobile: { number: numberOf(chunk * page + index) },
					})),
					type: 'SMS',
					template,
				},
			})),
	},
};
