import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { asProperty } from '../shared/fields';
import type { Field } from '../shared/operation';
import { names, wholeId } from '../shared/parse';
import { openLine } from '../shared/trigger/line';
import { asTrigger, parametersOf } from '../shared/trigger/parameters';
import { budgetOf, poll } from '../shared/trigger/poll';
import { mailbox } from './inbox';
import { paraTranz } from './provider';

const fields: Field[] = [
	{
		displayName: 'Your User ID',
		name: 'userId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 10234',
		description:
			'The user number (UID) of the account that the credential belongs to, as in the address of your own page, paratranz.cn/users/10234. It tells the mails that you get from those that you send.',
		parse: wholeId,
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Sender IDs',
				name: 'senderIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 20481, 20482',
				description: 'Only mails of these users, by their user numbers (UID), separated by commas',
				parse(value, context) {
					return (names(value, context) as string[]).map((one) => wholeId(one, context));
				},
			},
		],
	},
];

export class ParaTranzTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ParaTranz Trigger',
		name: 'paraTranzTrigger',
		icon: { light: 'file:../../icons/paraTranz.svg', dark: 'file:../../icons/paraTranz.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'New mail',
		description: 'Starts the workflow when a private mail arrives on ParaTranz',
		defaults: { name: 'ParaTranz Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'paraTranzApi', required: true }],
		properties: fields.map(asProperty),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await asTrigger(this, async () => {
			const { userId, filters } = parametersOf(this, fields) as {
				userId: number;
				filters?: { senderIds?: number[] };
			};
			const senders = filters?.senderIds;
			const { baseUrl } = await this.getCredentials(paraTranz.credential);
			const manner = { longestWait: budgetOf(this), timeout: 30_000 };
			const line = await openLine(this, paraTranz, manner);
			return await poll(this, {
				name: [baseUrl, userId].join(),
				inbox: mailbox(line, userId),
				isWanted: ({ from }) =>
					from !== userId && (senders === undefined || senders.includes(from ?? 0)),
			});
		});
	}
}
