import { asking } from './ask.mjs';

export const sakari = {
	name: 'Sakari Trigger',
	node: 'sakariTrigger',
	service: 'sakari',
	parameters: { events: ['message-received'] },
	event: (text) => ({ eventType: 'message-received', text }),
	textOf: ({ text }) => text,
	async webhooks({ baseUrl, accountId, clientId, clientSecret }) {
		const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
		const { access_token: token } = await asking(baseUrl)('POST', '/oauth2/token', grant);
		const ask = asking(`${baseUrl}/v1/accounts/${accountId}/webhooks`, {
			authorization: `Bearer ${token}`,
		});
		return {
			list: async () => (await ask('GET', '')).data.map(({ destination }) => destination),
			add: async (url) => await ask('POST', '', { url, eventTypes: ['message-received'] }),
			remove: async (url) => await ask('DELETE', `/${encodeURIComponent(url)}`),
		};
	},
};
