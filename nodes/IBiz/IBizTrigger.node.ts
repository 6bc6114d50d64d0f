import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { asProperty } from '../shared/fields';
import type { Field } from '../shared/operation';
import { openLine } from '../shared/trigger/line';
import { asTrigger, parametersOf } from '../shared/trigger/parameters';
import { budgetOf, poll } from '../shared/trigger/poll';
import { askedFor, isWanted, messages } from './inbox';
import type { Wanted } from './inbox';
import { messageTypes } from './messageType';
import { eachAs, identifier, key } from './parse';
import { iBiz } from './provider';

const authorExample = 'e.g. 3f0c5a7e9b1d4c2688aa0001';

const fields: Field[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Author IDs',
				name: 'authorIds',
				type: 'string',
				default: '',
				placeholder: authorExample,
				description:
					'Only messages by these contacts, by their keys, separated by commas. A message tells its author in author_id.',
				parse: eachAs(key),
			},
			{
				displayName: 'Ignored Author IDs',
				name: 'ignoredAuthorIds',
				type: 'string',
				default: '',
				placeholder: authorExample,
				description:
					'No messages by these contacts, by their keys, separated by commas. Where the workflow posts messages itself, put its own author here, or it starts itself again and again.',
				parse: eachAs(key),
			},
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				options: messageTypes,
				default: [],
				description: 'Only messages of these kinds',
			},
			{
				displayName: 'Models',
				name: 'models',
				type: 'string',
				default: '',
				placeholder: 'e.g. crm_lead, res_partner',
				description: 'Only messages on records of these entities, by their names, separated by commas',
				parse: eachAs(identifier),
			},
			{
				displayName: 'Record IDs',
				name: 'recordIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5e05d8448f8461dada9ba29c',
				description: 'Only messages on these records, by their keys, separated by commas',
				parse: eachAs(key),
			},
		],
	},
];

export class IBizTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iBiz Trigger',
		name: 'iBizTrigger',
		icon: { light: 'file:../../icons/iBiz.svg', dark: 'file:../../icons/iBiz.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'New message',
		description: 'Starts the workflow when a message is posted on a record of iBizOdoo',
		defaults: { name: 'iBiz Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iBizApi', required: true }],
		properties: fields.map(asProperty),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await asTrigger(this, async () => {
			const { filters: wanted = {} } = parametersOf(this, fields) as { filters?: Wanted };
			const { baseUrl, organizationId, userName } = await this.getCredentials(iBiz.credential);
			const manner = { longestWait: budgetOf(this), timeout: 30_000 };
			const line = await openLine(this, iBiz, manner);
			return await poll(this, {
				name: JSON.stringify([baseUrl, organizationId, userName, askedFor(wanted)]),
				inbox: messages(line, wanted),
				isWanted: isWanted(wanted),
			});
		});
	}
}
