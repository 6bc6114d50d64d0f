import type { Call, Reply, SandboxProvider } from '../../types';
import { channels, Outbox } from './mails';

const apiKey = 'sandbox-smtpcom-api-key';
const mostBytes = 10 * 1024 * 1024;
const mostRecipients = 1000;

/** Values of the credential `smtpComApi` for the sandbox. */
export const credentials = (baseUrl: string) => ({
	apiKey,
	authenticationMethod: 'header',
	baseUrl,
});

interface Address {
	name?: string;
	address: string;
}

type Recipients = Partial<Record<'to' | 'cc' | 'bcc' | 'bulk_list', Address[]>>;

interface Envelope {
	channel: string;
	recipients: Recipients;
	originator: { from: Address };
}

interface SendBody extends Envelope {
	subject: string;
	custom_headers?: Record<string, string | string[]>;
	body: {
		parts: Array<{ content: string }>;
		attachments?: Array<{ content: string }>;
	};
}

const fail = (status: number, data: object): Reply => ({ status, body: { status: 'fail', data } });
const invalid = (errors: Record<string, string>) => fail(400, { errors });
const success = (data: object, status = 200): Reply => ({
	status,
	body: { status: 'success', data },
});

const account = {
	status: 'active',
	first_name: 'John',
	last_name: 'Smith',
	phone: '16175550100',
	website: 'n/a',
	email: 'john.smith@acme.example',
	company_name: 'ACME',
	address: { street: '1 Main Street', city: 'Springfield', state: 'MA', country: 'United States' },
	usage: 0,
	date_created: 'Wed, 07 Apr 2021 10:58:34 +0000',
};

/** The key of a request in any of the three ways; `undefined` unless there is exactly one. */
function keyOf({ headers, query }: Pick<Call, 'headers' | 'query'>): unknown {
	const [, basic = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
	const [, password] = /^api:(.*)$/s.exec(Buffer.from(basic, 'base64').toString()) ?? [];
	const keys = [headers['x-smtpcom-api'], query.api_key, password];
	const given = keys.filter((key) => key !== undefined);
	return given.length === 1 ? given[0] : undefined;
}

/** What of an envelope the service refuses, beyond its form. */
function problemsOf({ channel, recipients }: Envelope): Reply | undefined {
	if (!(channel in channels)) return fail(400, { channel: 'sender not found' });
	const { bulk_list: bulk, ...others } = recipients;
	if (bulk && Object.keys(others).length > 0) {
		return invalid({ recipients: 'bulk_list can not be used with to, cc or bcc' });
	}
	if (Object.values(recipients).flat().length > mostRecipients) {
		return invalid({ recipients: `must not be more than ${mostRecipients}` });
	}
	return undefined;
}

/** Custom arguments; what is not JSON or has no `unique_args` is ignored, as the service does. */
function smtpVarsOf(headers: SendBody['custom_headers']): Record<string, string> {
	const header = Object.entries(headers ?? {}).find(([name]) => name.toUpperCase() === 'X-SMTPAPI');
	try {
		const { unique_args: values = {} } = JSON.parse(String(header?.[1])) as {
			unique_args?: Record<string, string>;
		};
		return values;
	} catch {
		return {};
	}
}

const sizeOf = ({ parts, attachments = [] }: SendBody['body']) => ({
	text: parts.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
	files: attachments.reduce((sum, { content }) => sum + Buffer.byteLength(content, 'base64'), 0),
});

const seconds = (value: string) => (/^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value));

export function create(): SandboxProvider {
	const outbox = new Outbox(Date.now());

	function accept(call: Call, subject: string, text: string, smtpVars: Record<string, string>) {
		const { channel, recipients, originator } = call.body as Envelope;
		const addresses = Object.values(recipients)
			.flat()
			.map(({ address }) => address);
		const from = originator.from.address;
		const id = outbox.add({ channel, recipients: addresses, from, subject, smtpVars }, call.now);
		for (const address of addresses) call.deliver({ to: address, text, id });
		return channels[channel] === 'id'
			? success({ msg_id: id }, 201)
			: success({ message: `accepted, msg_id: ${id}` });
	}

	return {
		name: 'smtpCom',
		refuse: (request) =>
			keyOf(request) === apiKey ? undefined : fail(401, { api_key: 'invalid' }),
		invalid: (problem, status) =>
			status === 404 ? fail(404, { url: problem }) : fail(status, { errors: { request: problem } }),
		limited(_kind, until, now) {
			const wait = Math.max(1, Math.ceil((until - now) / 1000));
			return {
				...fail(429, { error: 'too many requests' }),
				headers: { 'retry-after': `${wait}` },
			};
		},
		handlers: {
			getAccount: () => success(account),
			'message.send'(call: Call) {
				const mail = call.body as SendBody;
				const problem = problemsOf(mail);
				if (problem) return problem;
				const { text, files } = sizeOf(mail.body);
				if (text > mostBytes || files > mostBytes) return invalid({ body: 'is larger than 10Mb' });
				const content = mail.body.parts.map((part) => part.content).join('\n');
				return accept(call, mail.subject, content, smtpVarsOf(mail.custom_headers));
			},
			'message.sendMime'(call: Call) {
				const { mime, ...envelope } = call.body as Envelope & { mime: string };
				const problem = problemsOf(envelope);
				if (problem) return problem;
				if (Buffer.byteLength(mime) > mostBytes) return invalid({ mime: 'is larger than 10Mb' });
				const subject = /^Subject: *(.*?)\r?$/im.exec(mime)?.[1] ?? '';
				return accept(call, subject, mime, {});
			},
			'message.getMany'({ query, now }: Call) {
				const {
					channel,
					start,
					end,
					event,
					msg_id: msgId,
					limit,
					offset,
				} = query as Record<string, string>;
				if (!(channel! in channels)) return fail(400, { channel: 'sender not found' });
				const found = outbox.find(
					{
						channel: channel!,
						start: seconds(start!),
						end: end === undefined ? now : seconds(end),
						event,
						msgId,
					},
					now,
				);
				const first = Number(offset);
				return success({ items: found.slice(first, first + Number(limit)) });
			},
		},
	};
}
