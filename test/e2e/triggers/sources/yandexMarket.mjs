/** As a proxy tells them: an address that Yandex Market calls from, and one beside it. */
const genuine = { 'x-forwarded-for': '5.45.207.1' };
const other = { 'x-forwarded-for': '5.45.207.128' };

export const yandexMarket = {
	name: 'Yandex Market Trigger',
	node: 'yandexMarketTrigger',
	service: 'yandexMarket',
	parameters: { options: { checkSource: true } },
	event: (text) => ({ text }),
	textOf: ({ text }) => text,
	entered: (address) => ({ address }),
	greeting: { headers: genuine, body: { notificationType: 'PING', time: '2026-01-05T10:00:00Z' } },
	forgeries: ({ url, headers, body }) => [
		{ url, body, wanted: 403 },
		{ url, headers: other, body, wanted: 403 },
		{ url: url.replace(/[\da-f]{12}\/webhook/, '000000000000/webhook'), headers, body, wanted: 404 },
		// What cannot be read is to be repeated, until it can
		{ url, headers, body: { ...body, messageId: '999999999999' }, wanted: 500 },
		{ url, headers, body: { ...body, chatId: 'Forged' }, wanted: 400 },
		{ url, headers, body: { ...body, notificationType: 'FORGED' }, wanted: 200 },
	],
};

export const yandexMarketPolling = {
	name: 'Yandex Market Polling Trigger',
	node: 'yandexMarketPollingTrigger',
	service: 'yandexMarket',
	parameters: { businessId: '924574' },
	event: (text) => ({ text }),
	textOf: ({ text }) => text,
	polls: 'POST /v2/businesses/{businessId}/chats',
};
