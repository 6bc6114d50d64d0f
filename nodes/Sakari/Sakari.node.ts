import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { execution, listSearches, properties } from '../shared';
import { pickers } from './pickers';
import { sakari } from './provider';
import { resources } from './resources';

export class Sakari implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sakari',
		name: 'sakari',
		icon: { light: 'file:../../icons/sakari.svg', dark: 'file:../../icons/sakari.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and read text messages (SMS and MMS) with Sakari, and keep its contacts, templates and campaigns',
		defaults: { name: 'Sakari' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sakariApi', required: true }],
		properties: properties(sakari, resources),
	};

	methods = { listSearch: listSearches(sakari, pickers) };

	execute = execution(sakari, resources);
}
