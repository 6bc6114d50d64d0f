import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { execution, listSearches, properties } from '../shared';
import { pickers } from './pickers';
import { iBiz } from './provider';
import { resources } from './resources';

export class IBiz implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iBiz',
		name: 'iBiz',
		icon: { light: 'file:../../icons/iBiz.svg', dark: 'file:../../icons/iBiz.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Post messages to records and manage mail threads on iBizOdoo',
		defaults: { name: 'iBiz' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iBizApi', required: true }],
		properties: properties(iBiz, resources),
	};

	methods = { listSearch: listSearches(iBiz, pickers) };

	execute = execution(iBiz, resources);
}
