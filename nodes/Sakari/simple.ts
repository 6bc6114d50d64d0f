import type { IDataObject } from 'n8n-workflow';

import type { Attachment, Told } from '../shared/message';
import { messageOf } from '../shared/message';

interface Contact {
	id?: string;
	firstName?: string;
	lastName?: string;
	mobile?: { number?: string };
}

interface Message {
	id?: string;
	outgoing?: boolean;
	message?: string;
	status?: string;
	/** The number of ours; text in messages, an object in webhook calls. */
	phoneNumber?: string | { number?: string };
	contact?: Contact;
	conversation?: { id?: string };
	media?: Array<{ url?: string; filename?: string; name?: string; type?: string }>;
	created?: { at?: string };
}

const personOf = ({ id, firstName, lastName, mobile }: Contact = {}): NonNullable<Told['from']> => ({
	id,
	name: [firstName, lastName].filter(Boolean).join(' '),
	address: mobile?.number,
});

/** The media of a message. */
export const mediaOf = (record: IDataObject): Attachment[] =>
	((record as Message).media ?? []).map(({ url, filename, name, type }) => ({
		name: filename ?? name,
		url,
		mimeType: type,
	}));

/** A message of Sakari in the form that messages of all providers have. */
export function simpleMessage(record: IDataObject): IDataObject {
	const { id, outgoing, contact, conversation, message, status, phoneNumber, created } =
		record as Message;
	const ours = { address: typeof phoneNumber === 'object' ? phoneNumber.number : phoneNumber };
	const theirs = personOf(contact);
	return messageOf('sakari', {
		id,
		threadId: conversation?.id,
		direction: outgoing === undefined ? undefined : outgoing ? 'outbound' : 'inbound',
		from: outgoing ? ours : theirs,
		to: [outgoing ? theirs : ours],
		text: message,
		attachments: mediaOf(record),
		status,
		createdAt: created?.at,
	});
}
