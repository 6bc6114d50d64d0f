import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { asProperty, type Field, field, listSearches, polling, simplify } from '../shared';
import { deskOf } from './desk';
import { chatsOf, type Entry } from './following';
import { businessId } from './ids';
import { pickers } from './pickers';
import { yandexMarket } from './provider';
import { senders } from './senders';
import { simpleEvent } from './simple';

const fields: Field[] = [
	field.notice(
		'Use this trigger where Yandex Market cannot reach your n8n from the internet. Else the Yandex Market Trigger is faster and needs fewer requests.',
	),
	businessId,
	senders,
	simplify,
];

interface Values {
	businessId: string;
	senders: string[];
	simplify: boolean;
}

export class YandexMarketPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex Market Polling Trigger',
		name: 'yandexMarketPollingTrigger',
		icon: {
			light: 'file:../../icons/yandexMarket.svg',
			dark: 'file:../../icons/yandexMarket.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'New message',
		description:
			'Starts the workflow when a customer has written to a shop on Yandex Market, without a public address',
		defaults: { name: 'Yandex Market Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'yandexMarketApi', required: true }],
		properties: fields.map(asProperty),
	};

	methods = { listSearch: listSearches(yandexMarket, pickers) };

	poll = polling(yandexMarket, fields, (values: Values, line, { baseUrl }) => ({
		name: [baseUrl, values.businessId].join(),
		source: chatsOf(deskOf(line, values.businessId)),
		shape: values.simplify ? simpleEvent : undefined,
		isWanted: ({ message }: Entry) => !message || values.senders.includes(message.sender),
	}));
}
