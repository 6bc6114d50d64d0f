import { digits, field, type Field } from '../shared';

/**
 * The address of each page of a seller account holds its number; where Yandex Market's documents link to
 * one, `any` stands in its place: https://yandex.com/dev/market/partner-api/doc/en/concepts/error-codes
 */
export const businessId = field.record('Business', 'businessId', {
	picker: 'businesses',
	example: '924574',
	url: {
		pattern: '^https?://partner\\.market\\.yandex\\.ru/business/(\\d+)(?:[/?#]|$)',
		example: 'https://partner.market.yandex.ru/business/924574/assortment',
	},
	description:
		'The seller account (cabinet) that the shop belongs to. The address of each of its pages holds its number.',
	parse: digits,
});

export const chatId = field.record('Chat', 'chatId', {
	picker: 'chats',
	example: '11870001',
	description:
		'The chat with a customer. The list can be searched for a name or the number of an order or return.',
	place: 'query.chatId',
	parse: digits,
});

export const messageId = field.record('Message', 'messageId', {
	picker: 'messages',
	example: '990011',
	description: 'The message of the chat',
	place: 'query.messageId',
	parse: digits,
});

const fromItem = (id: Field, value: string, description: string): Field => ({
	...id,
	default: { mode: 'id', value },
	description,
});

/** The chat that the incoming item is about: a message, a chat or an event of a trigger. */
export const itsBusinessId = fromItem(
	businessId,
	'={{ $json.businessId }}',
	'The seller account of the message to answer; that of the incoming item unless changed',
);

export const itsChatId = fromItem(
	chatId,
	'={{ $json.threadId ?? $json.chatId }}',
	'The chat to answer in; that of the incoming item unless changed',
);
