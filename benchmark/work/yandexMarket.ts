import { indices, withCredential, withFields, withJson, withQuery, type Work } from './work';

const credential = 'yandexMarketApi';
const page = 100;
const business = '924574';
const chats = `/v2/businesses/${business}/chats`;
const firstChat = 11_870_001;
const text = (index: number) => `Your parcel ${index} arrives tomorrow.`;

interface Page {
	result: { paging: { nextPageToken?: string } };
}

export const yandexMarket: Work = {
	provider: 'yandexMarket',
	name: 'yandex_market',
	credential,
	atOnce: 4,
	headers: async ({ apiKey }) => await Promise.resolve({ 'Api-Key': String(apiKey) }),
	send: {
		operationId: 'message.send',
		item: (index) => ({ chat: firstChat + (index % 50), text: text(index) }),
		node: {
			resource: 'message',
			operation: 'send',
			businessId: business,
			chatId: '={{ $json.chat }}',
			message: '={{ $json.text }}',
		},
		httpRequest: (baseUrl) => ({
			...withCredential(credential),
			...withQuery({ chatId: '={{ $json.chat }}' }),
			...withFields({ message: '={{ $json.text }}' }),
			method: 'POST',
			url: `${baseUrl}${chats}/message`,
		}),
		request: (item) => ({
			method: 'POST',
			url: `${chats}/message`,
			params: { chatId: item.chat },
			data: { message: item.text },
		}),
	},
	list: {
		operationId: 'message.getMany',
		page,
		node: {
			resource: 'message',
			operation: 'getMany',
			businessId: business,
			chatId: String(firstChat),
		},
		httpRequest: (baseUrl, size) => ({
			...withCredential(credential),
			...withQuery({ chatId: firstChat, limit: size }),
			...withJson('{}'),
			method: 'POST',
			url: `${baseUrl}${chats}/history`,
		}),
		turning: () => ({
			type: 'qs',
			name: 'pageToken',
			value: '={{ $response.body?.result.paging.nextPageToken }}',
		}),
		field: 'result.messages',
		request: (_, size, before) => ({
			method: 'POST',
			url: `${chats}/history`,
			params: {
				chatId: firstChat,
				limit: size,
				pageToken: (before as Page | undefined)?.result.paging.nextPageToken,
			},
			data: {},
		}),
		fill: (records) =>
			indices(records).map((index) => ({
				method: 'POST',
				url: `${chats}/message`,
				params: { chatId: firstChat },
				data: { message: text(index) },
			})),
	},
};
