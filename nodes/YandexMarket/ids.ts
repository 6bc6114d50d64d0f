import { locator } from '../shared/locator';
import { digits } from '../shared/parse';

/**
 * The address of each page of a seller account holds its number; where Yandex Market's documents link to
 * one, `any` stands in its place: https://yandex.com/dev/market/partner-api/doc/en/concepts/error-codes
 */
export const businessId = locator(
	{
		picker: 'businesses',
		example: '924574',
		url: {
			pattern: '^https?://partner\\.market\\.yandex\\.ru/business/(\\d+)(?:[/?#]|$)',
			example: 'https://partner.market.yandex.ru/business/924574/assortment',
		},
	},
	{
		displayName: 'Business',
		name: 'businessId',
		required: true,
		description:
			'The seller account (cabinet) that the shop belongs to. The address of each of its pages holds its number.',
		parse: digits,
	},
);

export const chatId = locator(
	{ picker: 'chats', example: '11870001' },
	{
		displayName: 'Chat',
		name: 'chatId',
		required: true,
		description:
			'The chat with a customer. The list can be searched for a name or the number of an order or return.',
		place: 'query.chatId',
		parse: digits,
	},
);

export const messageId = locator(
	{ picker: 'messages', example: '990011' },
	{
		displayName: 'Message',
		name: 'messageId',
		required: true,
		description: 'The message of the chat',
		place: 'query.messageId',
		parse: digits,
	},
);
