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
	eachAs,
	field,
	listSearches,
	openLine,
	parametersOf,
	poll,
	simplify,
	tellingUnfit,
	wholeId,
} from '../shared';
import { userId } from './ids';
import { mailbox } from './inbox';
import { pickers } from './pickers';
import { paraTranz } from './provider';
import { simpleMail } from './simple';

const fields: Field[] = [
	{
		...userId,
		displayName: 'Your Account',
		description:
			'The user that the credential belongs to, by name or by the user number (UID) that ends the address of your own page. It tells the mails that you get from those that you send.',
		parse: wholeId,
	},
	field.filters([
		field.text('Sender IDs', 'senderIds', {
			placeholder: 'e.g. 20481, 20482',
			description: 'Only mails of these users, by their user numbers (UID), separated by commas',
			parse: eachAs(wholeId),
		}),
	]),
	simplify,
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

	methods = { listSearch: listSearches(paraTranz, { people: pickers.people }) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await tellingUnfit(this, async () => {
			const { userId: own, filters, ...form } = parametersOf(this, fields) as {
				userId: number;
				filters?: { senderIds?: number[] };
				simplify: boolean;
			};
			const senders = filters?.senderIds;
			const { baseUrl } = await this.getCredentials(paraTranz.credential);
			const manner = { longestWait: budgetOf(this), timeout: 30_000 };
			const line = await openLine(this, paraTranz, manner);
			return await poll(this, {
				name: [baseUrl, own].join(),
				inbox: mailbox(line, own),
				shape: form.simplify ? (mail) => simpleMail(mail, mail.from) : undefined,
				isWanted: ({ from }) =>
					from !== own && (senders === undefined || senders.includes(from ?? 0)),
			});
		});
	}
}
