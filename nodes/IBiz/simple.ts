import type { IDataObject } from 'n8n-workflow';

import { type Attachment as MessageFile, isoTime, messageOf, textOf, toldOf } from '../shared';
import { withOffset } from './dates';
import { usualCategory } from './fileStore';
import { followerTypes } from './followerType';

export interface Attachment extends IDataObject {
	description?: string | null;
	file_id?: string | null;
	file_size?: number | null;
	folder?: string | null;
	mimetype?: string | null;
	name?: string | null;
	url?: string | null;
}

/** The address in `Name <name@email.com>`. */
const addressIn = (text: unknown) => /<([^<>]+)>\s*$/.exec(String(text ?? ''))?.[1] ?? text;

const textIn = (html: unknown) => (html ? textOf(String(html)) : undefined);

const modelOf = (entity: unknown) => (typeof entity === 'string' ? entity.toLowerCase() : undefined);

/** A message of iBiz in the form that messages of all providers have; its thread is that of the record. */
export const simpleMessage = (record: IDataObject): IDataObject =>
	messageOf('iBiz', {
		id: record.id,
		threadId: record.res_id,
		from: { id: record.author_id, name: record.author_name, address: addressIn(record.email_from) },
		subject: record.subject,
		text: textIn(record.body),
		html: record.body,
		createdAt: withOffset(record.create_date),
	});

const isSet = (flag: unknown) => (flag === undefined || flag === null ? undefined : Boolean(Number(flag)));

/** A mail thread without its records, and with yes and no for 1 and 0. */
export const simpleThread = (record: IDataObject): IDataObject =>
	toldOf({
		id: record.id,
		name: record.name,
		hasMessages: isSet(record.has_message),
		isFollowed: isSet(record.message_is_follower),
		needsAction: isSet(record.message_needaction),
		needsActionCount: record.message_needaction_counter,
		hasDeliveryError: isSet(record.message_has_error),
		deliveryErrorCount: record.message_has_error_counter,
		hasSmsError: isSet(record.message_has_sms_error),
		attachmentCount: record.message_attachment_count,
	});

export const simpleFollower = (record: IDataObject): IDataObject =>
	toldOf({
		id: record.id,
		contactId: record.partner_id,
		userId: record.user_id,
		name: record.name ?? record.display_name,
		follows: followerTypes.find(({ value }) => value === record.type)?.name ?? record.type,
		model: modelOf(record.res_model),
		recordId: record.res_id,
	});

export const simpleAttachment = (record: IDataObject): IDataObject =>
	toldOf({
		id: record.id,
		name: record.name,
		type: record.type === 'binary' ? 'file' : record.type === 'url' ? 'link' : record.type,
		url: record.url,
		size: record.file_size,
		mimeType: record.mimetype,
		description: record.description,
		model: modelOf(record.res_model),
		recordId: record.res_id,
		createdAt: isoTime(withOffset(record.create_date)),
	});

const asLink = (url?: string | null) => (/^https?:/i.test(url ?? '') ? url : undefined);

/**
 * The file of an attachment: one that iBiz keeps, below the address of the API, or that of a link.
 * A link without a host is none.
 */
export function fileOf(record: IDataObject): MessageFile {
	const { name, file_id: id, file_size: size, folder, mimetype: mimeType, url } = record as Attachment;
	const kept = [folder ?? usualCategory, id ?? ''].map(encodeURIComponent).join('/');
	return toldOf({ name, url: id ? `/ibizutil/download/${kept}` : asLink(url), size, mimeType });
}

/** The files that a mail thread tells of. */
export const filesOf = ({ attachments }: IDataObject): MessageFile[] =>
	Array.isArray(attachments) ? (attachments as IDataObject[]).map(fileOf) : [];
