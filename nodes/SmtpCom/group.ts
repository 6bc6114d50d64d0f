import type { Group, Request } from '../shared';
import type { Address } from './addresses';
import { acceptedMail } from './provider';

/** The recipient of a mail that has just one. */
function onlyRecipient({ body }: Request): Address | undefined {
	const { to = [], bulk_list: bulk = [], ...copies } = body.recipients as Record<string, Address[]>;
	const [address, ...others] = [...to, ...bulk];
	return others.length > 0 || Object.keys(copies).length > 0 ? undefined : address;
}

/**
 * Joins mails that differ only in their one recipient into a distribution list: each recipient gets
 * a mail of its own. All share one message ID. A call takes 1,000 recipients; it is a hundred here, since
 * a call of unknown fate leaves all its items uncertain.
 * Source: https://www.smtp.com/smtp-api-documentation/, "Send a Message", `bulk_list`
 */
export const byRecipient: Group = {
	most: 100,
	together(request) {
		const recipient = onlyRecipient(request);
		const { recipients: _, ...like } = request.body;
		return recipient && { like, once: recipient.address.toLowerCase() };
	},
	join: (requests) => ({
		body: {
			...requests[0]!.body,
			recipients: { bulk_list: requests.map((request) => ({ ...onlyRecipient(request) })) },
		},
	}),
	split: ({ body }, requests) => requests.map(() => ({ output: acceptedMail(body) })),
};
