import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { execution, listSearches, properties } from '../shared';
import { pickers } from './pickers';
import { paraTranz } from './provider';
import { resources } from './resources';

export class ParaTranz implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ParaTranz',
		name: 'paraTranz',
		icon: { light: 'file:../../icons/paraTranz.svg', dark: 'file:../../icons/paraTranz.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and read private mails, and look up users, on the translation platform ParaTranz',
		defaults: { name: 'ParaTranz' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'paraTranzApi', required: true }],
		properties: properties(paraTranz, resources),
	};

	methods = { listSearch: listSearches(paraTranz, pickers) };

	execute = execution(paraTranz, resources);
}
