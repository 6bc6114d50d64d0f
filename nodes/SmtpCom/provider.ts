import type { IDataObject } from 'n8n-workflow';

import { type Provider, words } from '../shared';

/**
 * What `data` of a refusal says: the names in it tell what is wrong, the values why, at any depth,
 * as in `{ "errors": { "limit": "must be provided" } }`.
 */
function reasons(data: unknown, name = ''): string[] {
	if (typeof data !== 'object' || data === null) {
		const reason = words(data);
		return reason === '' ? [] : [name === '' ? reason : `${name}: ${reason}`];
	}
	const inside = Array.isArray(data)
		? data.map((value: unknown) => ['', value] as const)
		: Object.entries(data);
	return inside.flatMap(([key, value]) => {
		const isWrapper = key === '' || /^errors?$/.test(key);
		return reasons(value, isWrapper ? name : words(name, key).replace(', ', '.'));
	});
}

/** SMTP.com's dialect, API v4. Source: https://www.smtp.com/smtp-api-documentation/ */
export const smtpCom: Provider = {
	name: 'SMTP.com',
	credential: 'smtpComApi',
	secrets: ['apiKey'],
	parallel: 10,
	groups: true,
	refusal({ status, body }) {
		const { status: outcome, data, message } = (body ?? {}) as IDataObject;
		if (status < 400 && outcome !== 'fail') return undefined;
		return words(...reasons(data), message);
	},
	records(body) {
		const { data } = body as { data: IDataObject };
		return data.items ?? data;
	},
};

/** How to see whether a mail of unknown fate was sent. */
export const findOut =
	'Use "Message: Get Many" with the channel and the time to see whether the mail is there';

/**
 * What a mail was accepted as. The ID stands in `data.msg_id` or, as `msg_id: …`, at the end of
 * `data.message`; the output has it as `msg_id` in both cases.
 */
export function acceptedMail(body: unknown): IDataObject {
	const { data } = body as { data?: { msg_id?: string; message?: string } };
	const id = data?.msg_id ?? /msg_id:\s*(\S+)/.exec(data?.message ?? '')?.[1];
	return { ...(id !== undefined && { msg_id: id }), ...data };
}
