import type { IDataObject } from 'n8n-workflow';

import { isoTime, messageOf, secretIn, toldOf } from '../shared';

/** SMTP.com tells times in seconds since 1970, or as mails write them. */
const momentOf = (value: unknown) => (/^\d+$/.test(String(value)) ? Number(value) * 1000 : value);

const timeOf = (value: unknown) => isoTime(momentOf(value));

/** Takes some fields of a record, by names of the editor's kind. */
const fieldsOf =
	(names: Record<string, string>) =>
	(record: IDataObject): IDataObject => {
		const told = toldOf(record);
		const known = Object.entries(names).filter(([name]) => name in told);
		return Object.fromEntries(known.map(([name, own]) => [own, told[name]]));
	};

interface Message {
	msg_id?: string;
	msg_time?: string | number;
	msg_data?: { rcpt_to?: string; from?: string; subject?: string };
	details?: { delivery?: { event?: string } };
}

/** What became of a mail to one recipient, in the form that messages of all providers have. */
export function simpleMessage(record: IDataObject): IDataObject {
	const { msg_id: id, msg_time: time, msg_data: data, details } = record as Message;
	return messageOf('smtpCom', {
		id,
		direction: 'outbound',
		from: { address: data?.from },
		to: [{ address: data?.rcpt_to }],
		subject: data?.subject,
		status: details?.delivery?.event,
		createdAt: momentOf(time),
	});
}

const accountFields = fieldsOf({
	status: 'status',
	first_name: 'firstName',
	last_name: 'lastName',
	company_name: 'companyName',
	email: 'email',
	phone: 'phone',
	website: 'website',
	usage: 'usage',
});

export const simpleAccount = (record: IDataObject): IDataObject =>
	toldOf({
		...accountFields(record),
		address: Object.values(record.address ?? {}).join(', '),
		createdAt: timeOf(record.date_created),
	});

const channelFields = fieldsOf({
	// The API page has one name, the official PHP client the other
	label: 'name',
	name: 'name',
	smtp_username: 'username',
	status: 'status',
	quota: 'quota',
	usage: 'usage',
});

export const simpleChannel = (record: IDataObject): IDataObject =>
	toldOf({ ...channelFields(record), createdAt: timeOf(record.date_created) });

/** A callback without the secret of a trigger, which would let whoever reads it forge calls. */
export function simpleCallback(record: IDataObject): IDataObject {
	const { channel, event, medium, address } = record;
	const secret = secretIn(String(address));
	const shown = secret ? String(address).replace(secret, '***') : address;
	return toldOf({ channel, event, medium, address: shown });
}

export const simpleAttempt = ({ code, msg: message, time }: IDataObject): IDataObject =>
	toldOf({ code, message, createdAt: timeOf(time) ?? time });

export const simpleCounts = fieldsOf({
	channel: 'channel',
	domain: 'sendingDomain',
	rcpt_domain: 'recipientDomain',
	rcpt_isp: 'recipientIsp',
	accepted: 'accepted',
	delivered: 'delivered',
	failed: 'failed',
	hard: 'hardBounced',
	queued: 'queued',
	opened: 'opened',
	clicked: 'clicked',
	complained: 'complained',
	unsubscribed: 'unsubscribed',
});

/** What an event tells about itself rather than about the mail. */
const ownFields = [
	...['id', 'event_code', 'event_label', 'resp_class', 'sender_id', 'status'],
	...['time_finished', 'time_received', 'time_sent', 'time_started', 'tries'],
];

/** An event of a callback; what it tells besides, such as custom arguments, stands in `details`. */
export function simpleEvent(channel: string, event: string, payload: IDataObject): IDataObject {
	const { tracking_id: messageId, mail_from: from, rcpt_to: to, subject, ...others } = payload;
	const { resp_code: code, resp_msg: words, ...more } = others;
	const { time_finished: finished, time_received: received, time_started: started } = more;
	const details = Object.entries(more).filter(([name]) => !ownFields.includes(name));
	return toldOf({
		channel,
		event,
		messageId,
		direction: 'outbound',
		from,
		to,
		subject,
		reason: [code, words].filter((part) => part !== undefined).join(' '),
		createdAt: timeOf(finished ?? received ?? started),
		details: Object.fromEntries(details),
	});
}
