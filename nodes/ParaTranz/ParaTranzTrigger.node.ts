import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';

import type { Field } from '../shared';
import {
	asProperty,
	eachAs,
	field,
	listSearches,
	polling,
	simplify,
	sourceOf,
	wholeId,
} from '../shared';
import { userId } from './ids';
import { mailbox, type Mail } from './inbox';
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

interface Values {
	userId: number;
	filters?: { senderIds?: number[] };
	simplify: boolean;
}

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

	poll = polling(paraTranz, fields, ({ userId: own, ...values }: Values, line, { baseUrl }) => ({
		name: [baseUrl, own].join(),
		source: sourceOf(mailbox(line, own)),
		shape: values.simplify ? (mail: Mail) => simpleMail(mail, mail.from) : undefined,
		isWanted: ({ from }: Mail) =>
			from !== own && (values.filters?.senderIds?.includes(from ?? 0) ?? true),
	}));
}
