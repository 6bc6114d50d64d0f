import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { door } from '../shared/door';
import { properties } from '../shared/fields';
import { paraTranz } from './provider';
import { conversation } from './resources/conversation';
import { mail } from './resources/mail';

const resources = [mail, conversation];

export class ParaTranz implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ParaTranz',
		name: 'paraTranz',
		icon: { light: 'file:../../icons/paraTranz.svg', dark: 'file:../../icons/paraTranz.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and read private mails on the translation platform ParaTranz',
		defaults: { name: 'ParaTranz' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'paraTranzApi', required: true }],
		requestDefaults: {
			baseURL: '={{ $credentials.baseUrl }}',
			headers: { Accept: 'application/json' },
		},
		requestOperations: { pagination: door(paraTranz, resources) },
		properties: properties(paraTranz, resources),
	};
}
