import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import { execution, listSearches, properties } from '../shared';
import { pickers } from './pickers';
import { smtpCom } from './provider';
import { resources } from './resources';

export class SmtpCom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMTP.com',
		name: 'smtpCom',
		icon: { light: 'file:../../icons/smtpCom.svg', dark: 'file:../../icons/smtpCom.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send mails with SMTP.com, see what became of them, and manage callbacks',
		defaults: { name: 'SMTP.com' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'smtpComApi', required: true }],
		properties: properties(smtpCom, resources),
	};

	methods = { listSearch: listSearches(smtpCom, pickers) };

	execute = execution(smtpCom, resources);
}
