import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Field } from '../shared';
import {
	asProperty,
	budgetOf,
	field,
	listSearches,
	openLine,
	parametersOf,
	pollSource,
	simplify,
	tellingUnfit,
} from '../shared';
import { deskOf } from './desk';
import { readNew, sampleOf } from './following';
import type { Entry, Progress } from './following';
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

interface Parameters {
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

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await tellingUnfit(this, async () => {
			const parameters = parametersOf(this, fields) as unknown as Parameters;
			const { businessId: business, senders: chosen, simplify: isSimple } = parameters;
			const { baseUrl } = await this.getCredentials(yandexMarket.credential);
			const manner = { longestWait: budgetOf(this), timeout: 30_000 };
			const desk = deskOf(await openLine(this, yandexMarket, manner), business);
			return await pollSource<Entry, Progress>(this, {
				name: [baseUrl, business].join(),
				shape: isSimple ? simpleEvent : undefined,
				isWanted: ({ message }) => message === undefined || chosen.includes(message.sender),
				source: {
					sample: async (isWanted) => await sampleOf(desk, isWanted),
					readNew: async (known, time) => await readNew(desk, known, time),
				},
			});
		});
	}
}
