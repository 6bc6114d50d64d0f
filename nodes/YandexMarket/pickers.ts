import type { IDataObject, INodeListSearchItems, INodePropertyOptions } from 'n8n-workflow';

import type { Errand, Parameters, Picker } from '../shared';
import { pagesOf, statuses } from './fields';
import { businessId, chatId } from './ids';
import { getMany as chatsOf } from './resources/chat/getMany';
import { getMany as messagesOf } from './resources/message/getMany';
import { all as senders } from './senders';
import { filesOf, simpleChat } from './simple';

/** Source: https://yandex.com/dev/market/partner-api/doc/en/reference/campaigns/getCampaigns */
const shops: Errand = {
	method: 'GET',
	path: '/v2/campaigns',
	effect: 'read',
	pages: pagesOf(100),
	output: ({ body }) => (body as { campaigns: IDataObject[] }).campaigns,
	fields: [],
};

const nameOf = (value: unknown, options: INodePropertyOptions[]) =>
	options.find((option) => option.value === value)?.name ?? String(value);

function showBusiness({ business }: IDataObject): INodeListSearchItems | undefined {
	if (!business) return undefined;
	const { id, name = '' } = business as { id: number; name?: string };
	return { name: `${name} (${id})`.trim(), value: String(id) };
}

function showChat(record: IDataObject): INodeListSearchItems {
	const { chatId: value, customerName = 'Customer', ...chat } = simpleChat(record, {});
	const { returnId, orderId, status } = chat as Record<string, string | undefined>;
	const order = orderId === undefined ? 'product question' : `order ${orderId}`;
	const about = returnId === undefined ? order : `return ${returnId}`;
	const name = `${String(customerName)}, ${about} (${nameOf(status, statuses)})`;
	return { name, value: String(value) };
}

/** Characters of a message that are shown. */
const shown = 60;

function showMessage(record: IDataObject): INodeListSearchItems {
	const { messageId, sender, createdAt, message } = record;
	const files = filesOf(record).map(({ name }) => name);
	const content = String(message ?? (files.join(', ') || 'No text')).replace(/\s+/g, ' ');
	const text = content.length > shown ? `${content.slice(0, shown).trimEnd()}…` : content;
	const time = String(createdAt).slice(0, 16).replace('T', ' ');
	return { name: `${nameOf(sender, senders)}, ${time}: ${text}`, value: String(messageId) };
}

/** Numbers of this length are those of orders and returns, which Yandex Market can look for. */
const orderDigits = /^\d{9,15}$/;

/** The chats about an order or a return; names, parts of numbers and others are searched here. */
function aboutOrder(text: string): Parameters[] {
	if (!orderDigits.test(text)) return [];
	const contexts = ['ORDER', 'RETURN'].map((type) => ({ type, id: Number(text) }));
	return [{ filters: { contexts } }];
}

/** The lists that Yandex Market's records are chosen from, by the names that `ids.ts` calls them. */
export const pickers: Record<string, Picker> = {
	businesses: {
		errand: shops,
		show: showBusiness,
		repeats: true,
		empty:
			'The credential sees no shop. In the seller account, create the API key anew or give the user access to a shop',
	},
	chats: {
		errand: chatsOf,
		needs: [businessId],
		search: aboutOrder,
		show: showChat,
		empty: 'The business has no chats yet. "Chat: Create" opens one about an order or a return',
	},
	messages: {
		errand: messagesOf,
		needs: [businessId, chatId],
		show: showMessage,
		empty: 'The chat has no messages yet. "Message: Send" writes one',
	},
};
