import type { Call, Reply, SandboxProvider } from '../../types';
import { Callbacks, type Happening, type Registered } from './callbacks';
import { Channels, type Channel } from './channels';
import { Outbox } from './mails';
import { answer } from './statistics';

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

interface CallbackBody {
	channel: string;
	medium: string;
	address: string;
}

/** A callback as the service shows it. */
const shown = ({ channel, event, medium, address }: Registered) => ({
	channel: channel.name,
	event,
	medium,
	address,
	aws_data: null,
});

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

/** What of the recipients the service refuses, beyond their form. */
function problemsOf(recipients: Recipients): Reply | undefined {
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

/** Operations that differ only in how much stands in their path: up to four slices, and a grouping. */
const statisticPaths = [
	'statistic.ofTime',
	...[0, 1, 2, 3, 4].flatMap((slices) => [`statistic.of${slices}`, `statistic.of${slices}Grouped`]),
];

/** The service is known to tell the ID of an accepted mail in a sentence, and as it is. */
const tellsId = ['marketing', 'newsletter'];

export function create(): SandboxProvider {
	const outbox = new Outbox(Date.now());
	const channels = new Channels();
	const callbacks = new Callbacks(channels);

	/** Has something done with a channel. */
	function within(name: unknown, task: (channel: Channel) => Reply): Reply {
		const channel = channels.named(String(name));
		return channel ? task(channel) : fail(400, { channel: 'sender not found' });
	}

	/** Has something done with a callback. */
	const withCallback = (name: unknown, event: string, task: (callback: Registered) => Reply) =>
		within(name, (channel) => {
			const callback = callbacks.find(channel, event);
			return callback ? task(callback) : invalid({ event: 'callback not found' });
		});

	function accept(
		call: Call,
		channel: Channel,
		mail: { subject: string; text: string; smtpVars?: Record<string, string> },
	) {
		const { recipients, originator } = call.body as Envelope;
		const { subject, text, smtpVars = {} } = mail;
		const addresses = Object.values(recipients)
			.flat()
			.map(({ address }) => address);
		const { name } = channel;
		const from = originator.from.address;
		const id = outbox.add({ channel: name, recipients: addresses, from, subject, smtpVars }, call.now);
		for (const address of addresses) call.deliver({ to: address, text, id });
		call.callBack(callbacks.sent(channel, id, addresses, call.now));
		return tellsId.includes(name)
			? success({ msg_id: id }, 201)
			: success({ message: `accepted, msg_id: ${id}` });
	}

	function statistics({ params, query, now }: Call): Reply {
		const { start, end, event, limit, offset } = query as Record<string, string | undefined>;
		const parts = Object.values(params);
		const channel = parts[parts.indexOf('channel') + 1];
		if (parts.includes('channel') && channel !== undefined && !channels.named(channel)) {
			return fail(400, { channel: 'sender not found' });
		}
		const from = start === undefined ? undefined : seconds(start);
		const until = end === undefined ? undefined : seconds(end);
		const counts = answer(outbox.all(), { parts, start: from, end: until, event }, now);
		if (typeof counts === 'string') return invalid({ start: counts });
		if (parts.length % 2 === 1 || parts.length === 0) return success({ items: [counts] });
		const first = Number(offset);
		const page = Object.entries(counts).slice(first, first + Number(limit));
		return success(Object.fromEntries(page));
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
				const { channel: name, recipients, subject, body, custom_headers } = call.body as SendBody;
				return within(name, (channel) => {
					const problem = problemsOf(recipients);
					if (problem) return problem;
					const { text: bytes, files } = sizeOf(body);
					if (bytes > mostBytes || files > mostBytes) return invalid({ body: 'is larger than 10Mb' });
					const text = body.parts.map(({ content }) => content).join('\n');
					return accept(call, channel, { subject, text, smtpVars: smtpVarsOf(custom_headers) });
				});
			},
			'message.sendMime'(call: Call) {
				const { channel: name, recipients, mime } = call.body as Envelope & { mime: string };
				return within(name, (channel) => {
					const problem = problemsOf(recipients);
					if (problem) return problem;
					if (Buffer.byteLength(mime) > mostBytes) return invalid({ mime: 'is larger than 10Mb' });
					const subject = /^Subject: *(.*?)\r?$/im.exec(mime)?.[1] ?? '';
					return accept(call, channel, { subject, text: mime });
				});
			},
			'message.getMany'({ query, now }: Call) {
				const { start, end, event, msg_id: msgId, limit, offset } = query as Record<string, string>;
				return within(query.channel, ({ name }) => {
					const found = outbox.find(
						{
							channel: name,
							start: seconds(start!),
							end: end === undefined ? now : seconds(end),
							event,
							msgId,
						},
						now,
					);
					const first = Number(offset);
					return success({ items: found.slice(first, first + Number(limit)) });
				});
			},
			...Object.fromEntries(statisticPaths.map((id) => [id, statistics])),
			'channel.get': ({ params }: Call) => {
				const channel = channels.named(params.name!);
				return channel ? success(channel) : fail(404, { error: 'sender not found' });
			},
			'channel.getMany': () => success({ items: channels.all }),
			'callback.getMany': () => success({ items: callbacks.all.map(shown) }),
			'callback.get': ({ params, query }: Call) =>
				withCallback(query.channel, params.event!, (callback) => success(shown(callback))),
			'callback.getLog': ({ query }: Call) =>
				within(query.channel, (channel) => {
					return success({ items: callbacks.log(channel, Number(query.limit ?? 20)) });
				}),
			'callback.create'({ params, body }: Call) {
				const { channel: name, medium, address } = body as CallbackBody;
				const event = params.event!;
				return within(name, (channel) => {
					if (callbacks.find(channel, event)) return invalid({ event: 'callback already exists' });
					callbacks.all.push({ channel, event, medium, address });
					return success({ callback: 'created' });
				});
			},
			'callback.update'({ params, body }: Call) {
				const { channel, ...changes } = body as CallbackBody;
				return withCallback(channel, params.event!, (callback) => {
					Object.assign(callback, changes);
					return { status: 200, body: { status: 'success' } };
				});
			},
			'callback.delete': ({ params, query }: Call) =>
				withCallback(query.channel, params.event!, (callback) => {
					callbacks.remove(callback);
					return { status: 200, body: { status: 'success' } };
				}),
		},
		/** `Happening` of `callbacks.ts`. */
		happen: (event, now) => callbacks.happen(event as Happening, now),
	};
}
