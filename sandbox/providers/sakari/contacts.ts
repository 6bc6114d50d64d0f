import type { Call, Reply, SandboxProvider } from '../../types';
import type { Account } from './account';
import type { Contact, ContactChange, Recipient } from './records';
import { gone, holds, page, refusal, success } from './replies';
import { isWrong } from './send';
import type { Webhooks } from './webhooks';

/** What the contract takes for a new contact: a recipient without ID. */
type NewContact = Recipient & { mobile: { number: string } };

const unknown = (): Reply => refusal(404, 'CONT-404', 'Contact not found');
const wrongNumber = () => refusal(400, 'CONT-001', 'Invalid mobile number');

/** A contact that exists, after it was sent again with one of the ways to merge. */
function merged(account: Account, contact: Contact, sent: NewContact, call: Call): Contact {
	const { firstName, lastName, email, mobile, tags = [] } = sent;
	const core = { mobile, firstName, lastName, email };
	const newTags = tags.filter(({ tag }) => !contact.tags.some((known) => known.tag === tag));
	switch (call.query.mergeStrategy) {
		case 'remove':
			return account.replace(contact, sent, call.now);
		case 'core':
			return account.contactFor(JSON.parse(JSON.stringify(core)) as Recipient, call.now)!;
		default:
			return account.contactFor({ ...sent, tags: [...contact.tags, ...newTags] }, call.now)!;
	}
}

const isListed = (contact: Contact, { firstName, lastName, email, mobile, tags }: Call['query']) =>
	holds(contact.firstName, firstName) &&
	holds(contact.lastName, lastName) &&
	holds(contact.email, email) &&
	holds(contact.mobile.number, mobile) &&
	(tags === undefined ||
		contact.tags.some(({ tag }) => String(tags).split(',').includes(tag)));

export function contactHandlers(
	account: Account,
	webhooks: Webhooks,
): SandboxProvider['handlers'] {
	const find = ({ params }: Call) => account.contacts.find(({ id }) => id === params.contactId);
	return {
		'contact.getMany': ({ query }) =>
			page(
				account.contacts.filter((contact) => isListed(contact, query)),
				query,
			),
		// Sakari documents a list for the answer, also to one contact
		'contact.create'(call) {
			const sent = call.body as NewContact;
			if (isWrong(sent.mobile.number)) return wrongNumber();
			const found = account.withNumber(sent.mobile.number);
			const contact = found
				? merged(account, found, sent, call)
				: account.contactFor(sent, call.now)!;
			call.callBack(webhooks.tell(found ? 'contact-updated' : 'contact-created', contact));
			return success([contact], 201);
		},
		'contact.get'(call) {
			const found = find(call);
			return found ? success(found) : unknown();
		},
		'contact.update'(call) {
			const found = find(call);
			if (!found) return unknown();
			const body = call.body as ContactChange;
			if (isWrong(body.mobile.number)) return wrongNumber();
			const contact = account.replace(found, body, call.now);
			call.callBack(webhooks.tell('contact-updated', contact));
			return success(contact);
		},
		'contact.delete'(call) {
			const found = find(call);
			if (!found) return unknown();
			account.remove(found);
			call.callBack(webhooks.tell('contact-removed', found));
			return gone;
		},
	};
}
