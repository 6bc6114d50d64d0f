import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { execution, listSearches, properties } from '../shared';
import { pickers } from './pickers';
import { yandexMarket } from './provider';
import { resources } from './resources';

export class YandexMarket implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex Market',
		name: 'yandexMarket',
		icon: {
			light: 'file:../../icons/yandexMarket.svg',
			dark: 'file:../../icons/yandexMarket.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and answer the chats of a shop on Yandex Market with its customers',
		defaults: { name: 'Yandex Market' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'yandexMarketApi', required: true }],
		properties: properties(yandexMarket, resources),
	};

	methods = { listSearch: listSearches(yandexMarket, pickers) };

	execute = execution(yandexMarket, resources);
}
