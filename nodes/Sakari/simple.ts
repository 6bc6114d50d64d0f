import type { IDataObject } from 'n8n-workflow';

import { type Attachment, isObject, isoTime, messageOf, toldOf } from '../shared';
import type { Event } from './events';
import { reasonText } from './refusal';

/** A part of a record that should be an object, whatever it is. */
const inside = (value: unknown): IDataObject => (isObject(value) ? value : {});

/** A part of a record that should be a list of objects, whatever it is. */
const listed = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Contacts and messages hold a number as it is or in an object, by where they are told. */
const numberOf = (value: unknown) => (isObject(value) ? value.number : value);

export const nameOf = ({ firstName, lastName }: IDataObject): string =>
	[firstName, lastName].filter(Boolean).join(' ');

const personOf = (contact: IDataObject) => ({
	id: contact.id,
	name: nameOf(contact),
	address: numberOf(contact.mobile),
});

/** The media of a message. */
export const mediaOf = ({ media }: IDataObject): Attachment[] =>
	listed(media).map(({ url, filename, name, type }) =>
		toldOf({ name: filename ?? name, url, mimeType: type }),
	);

/** A message of Sakari in the form that messages of all providers have. */
export function simpleMessage(record: IDataObject): IDataObject {
	const { id, outgoing, message, status } = record;
	const ours = { address: numberOf(record.phoneNumber) };
	const theirs = personOf(inside(record.contact));
	return messageOf('sakari', {
		id,
		threadId: inside(record.conversation).id,
		direction: outgoing === undefined ? undefined : outgoing ? 'outbound' : 'inbound',
		from: outgoing ? ours : theirs,
		to: [outgoing ? theirs : ours],
		text: message,
		attachments: mediaOf(record),
		status,
		createdAt: inside(record.created).at,
	});
}

const refusalOf = (recipient: IDataObject) => {
	const contact = isObject(recipient.contact) ? recipient.contact : recipient;
	return `${String(numberOf(contact.mobile) ?? contact.id)}: ${reasonText(inside(recipient.error))}`;
};

/** What has come of a send: the message where it is one, else whom it went to, and who was refused. */
export function simpleSending(record: IDataObject): IDataObject {
	const { jobId, requested, valid } = record;
	const messages = listed(record.messages);
	const refused = [...listed(record.invalid), ...messages.filter(({ error }) => error)];
	const several = {
		...messageOf('sakari', {
			id: undefined,
			direction: 'outbound',
			to: messages.map(({ contact }) => personOf(inside(contact))),
		}),
		messageIds: messages.map(({ id }) => id),
	};
	return toldOf({
		...(messages.length === 1 ? simpleMessage(messages[0]!) : several),
		...{ jobId, requested, valid },
		refused: refused.map(refusalOf),
	});
}

const tagsOf = (tags: unknown) =>
	Array.isArray(tags) ? tags.map((tag) => (isObject(tag) ? tag.tag : (tag as string))).join(', ') : '';

export const simpleContact = (contact: IDataObject): IDataObject =>
	toldOf({
		id: contact.id,
		firstName: contact.firstName,
		lastName: contact.lastName,
		phoneNumber: numberOf(contact.mobile),
		email: contact.email,
		tags: tagsOf(contact.tags),
		blockedAt: isoTime(contact.blocked),
		createdAt: isoTime(inside(contact.created).at),
	});

export function simpleConversation(record: IDataObject): IDataObject {
	const contact = inside(record.contact);
	const { message, created } = inside(record.lastMessage);
	return toldOf({
		id: record.id,
		contactId: contact.id,
		contactName: nameOf(contact),
		contactNumber: numberOf(contact.mobile),
		senderNumber: numberOf(record.phoneNumber),
		groupName: inside(record.group).name,
		isClosed: Boolean(record.closed),
		lastMessage: message,
		lastMessageAt: isoTime(inside(created).at),
	});
}

const timesOf = ({ created, updated }: IDataObject) => ({
	createdAt: isoTime(inside(created).at),
	updatedAt: isoTime(inside(updated).at),
});

export const simpleTemplate = (record: IDataObject): IDataObject =>
	toldOf({
		id: record.id,
		name: record.name,
		type: record.type,
		template: record.template,
		mediaUrls: listed(record.media)
			.map(({ url }) => url)
			.join(', '),
		...timesOf(record),
	});

export const simpleCampaign = (record: IDataObject): IDataObject =>
	toldOf({
		id: record.id,
		name: record.name,
		description: record.description,
		template: record.template,
		start: inside(record.trigger).name ?? inside(record.trigger).code,
		tags: tagsOf(inside(record.filters).tags),
		paused: record.paused,
		lastStatus: inside(record.lastJob).status,
		nextRunAt: isoTime(record.nextExecution),
		updatedAt: timesOf(record).updatedAt,
	});

/** An event with what it tells of its message, conversation or contact. */
export function simpleEvent({ eventType: event, payload }: Event): IDataObject {
	if (event.startsWith('message-')) return { event, ...simpleMessage(payload) };
	if (event.startsWith('conversation-')) return { event, ...simpleConversation(payload) };
	const contact = isObject(payload.contact) ? payload.contact : payload;
	return toldOf({ event, ...simpleContact(contact), listName: inside(payload.list).name });
}
