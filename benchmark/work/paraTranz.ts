import { indices, withCredential, withFields, withQuery, type Work } from './work';

const credential = 'paraTranzApi';
const page = 50;
const content = (index: number) => `Chapter ${index} has been proofread.`;

export const paraTranz: Work = {
	provider: 'paraTranz',
	name: 'paratranz',
	credential,
	atOnce: 10,
	headers: async ({ apiToken }) =>
		await Promise.resolve({ Authorization: `Bearer ${String(apiToken)}` }),
	send: {
		operationId: 'createMail',
		item: (index) => ({ to: 20_000 + index, content: content(index) }),
		node: {
			resource: 'mail',
			operation: 'send',
			to: '={{ $json.to }}',
			content: '={{ $json.content }}',
		},
		httpRequest: (baseUrl) => ({
			...withCredential(credential),
			...withFields({ to: '={{ $json.to }}', content: '={{ $json.content }}' }),
			method: 'POST',
			url: `${baseUrl}/mails`,
		}),
		request: (data) => ({ method: 'POST', url: '/mails', data }),
	},
	list: {
		operationId: 'getMails',
		page,
		node: { resource: 'mail', operation: 'getMany' },
		httpRequest: (baseUrl, size) => ({
			...withCredential(credential),
			...withQuery({ page: 1, pageSize: size }),
			method: 'GET',
			url: `${baseUrl}/mails`,
		}),
		turning: () => ({ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }),
		field: 'results',
		request: (number, size) => ({
			method: 'GET',
			url: '/mails',
			params: { page: number + 1, pageSize: size },
		}),
		fill: (records) =>
			indices(records).map((index) => ({
				method: 'POST',
				url: '/mails',
				data: { to: 20_000, content: content(index) },
			})),
	},
};
