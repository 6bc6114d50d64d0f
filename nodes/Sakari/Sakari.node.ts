import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { properties } from '../shared/fields';
import { carryOut } from '../shared/run';
import { sakari } from './provider';
import { account } from './resources/account';
import { campaign } from './resources/campaign';
import { contact } from './resources/contact';
import { conversation } from './resources/conversation';
import { file } from './resources/file';
import { message } from './resources/message';
import { template } from './resources/template';

const resources = [account, campaign, contact, conversation, file, message, template];

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
		properties: properties(sakari, resources, message),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await carryOut(this, sakari, resources);
	}
}
