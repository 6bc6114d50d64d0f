import type { IDataObject } from 'n8n-workflow';

import { field, type Field, headerText, Unfit } from '../shared';
import { type Address, addressList, oneAddress } from './addresses';

/** Most recipients of a request. Source: https://www.smtp.com/smtp-api-documentation/ */
const mostRecipients = 1000;

export const bcc = field.text('BCC', 'bcc', {
	placeholder: 'e.g. audit@email.com',
	description: 'Comma-separated recipients whom the others do not see',
	parse: addressList,
});

export const cc = field.text('CC', 'cc', {
	placeholder: 'e.g. Team <team@email.com>',
	description: 'Comma-separated recipients of a copy',
	parse: addressList,
});

export const fromEmail = field.text('From Email', 'fromEmail', {
	placeholder: 'e.g. billing@email.com',
	description: 'Address of the sender, with or without a name: Name &lt;name@email.com&gt;',
	parse: oneAddress,
});

/** The same where the mail itself names no sender. */
export const sender: Field = { ...fromEmail, required: true };

export const fromName = field.text('From Name', 'fromName', {
	placeholder: 'e.g. Acme Billing',
	description: 'Name of the sender as recipients see it',
	parse: headerText(),
});

export const replyTo = field.text('Reply To', 'replyTo', {
	placeholder: 'e.g. support@email.com',
	description: 'The one address that answers go to, with or without a name',
	parse: oneAddress,
});

export const separateMails = field.flag('Separate Mail for Each Recipient', 'separateMails', {
	description:
		'Whether to make one mail for each recipient instead of one mail to all; not together with CC and BCC',
});

export const to = field.text('To', 'to', {
	placeholder: 'e.g. Ada Lovelace <ada@email.com>, team@email.com',
	description:
		'Comma-separated recipients; names that contain commas stand in quotation marks. With CC and BCC at most 1000.',
	hint: 'SMTP.com first accepts mails; its trigger and "Message: Get" tell whether they arrive',
	parse: addressList,
});

/** Values of the fields above, as they are after their checks. */
export interface Envelope {
	to?: Address[];
	cc?: Address[];
	bcc?: Address[];
	separateMails?: boolean;
	fromEmail?: Address;
	fromName?: string;
	replyTo?: Address;
}

/**
 * The `recipients` of a request; lists that are empty are left out.
 *
 * @throws Unfit when there are none or too many, or lists that the API does not take together
 */
export function recipientsOf({ to, cc, bcc, separateMails }: Envelope): IDataObject {
	const lists = Object.entries({ to, cc, bcc }).filter(([, list]) => list?.length);
	const count = lists.reduce((sum, [, list]) => sum + list!.length, 0);
	if (count === 0) throw new Unfit("'To', 'CC' or 'BCC' must have a recipient");
	if (count > mostRecipients) {
		throw new Unfit(
			`'To', 'CC' and 'BCC' must have at most ${mostRecipients} recipients together, but have ${count}`,
		);
	}
	if (!separateMails) return Object.fromEntries(lists);
	if (cc?.length || bcc?.length) {
		throw new Unfit("'Separate Mail for Each Recipient' does not go together with 'CC' and 'BCC'");
	}
	return { bulk_list: to };
}

/** The `originator` of a request. */
export const originatorOf = ({ fromEmail, fromName, replyTo }: Envelope): IDataObject => ({
	...(fromEmail && { from: { ...fromEmail, ...(fromName && { name: fromName }) } }),
	...(replyTo && { reply_to: replyTo }),
});
