import type { Call, Reply, SandboxProvider } from '../../types';
import { pageOf } from './lists';
import type { Messages } from './messages';
import { denied, duplicate, internal, missing, notAccepted, ok, unknownModel } from './replies';
import type { Sessions } from './sessions';
import type { Thread, Threads } from './threads';
import { threadEntity } from './threads';

type Handlers = SandboxProvider['handlers'];

const bodyOf = ({ body }: Call) => body as Thread;

/** Values of a query as the record has them: numbers and lists. */
const typed = (query: Call['query']) =>
	Object.fromEntries(
		Object.entries(query).map(([name, value]) => [
			name,
			/^(\d+|\[.*\])$/s.test(String(value)) && !['id', 'name'].includes(name)
				? (JSON.parse(String(value)) as unknown)
				: value,
		]),
	) as Thread;

/** Carries out one record or an array of them: all, or none where one is refused. */
function eachOf<T>(
	{ body }: Call,
	refuse: (record: T, place: number) => Reply | undefined,
	carryOut: (record: T) => unknown,
): Reply {
	const records = (Array.isArray(body) ? body : [body]) as T[];
	const refusal = records.map(refuse).find(Boolean);
	if (refusal) return refusal;
	const results = records.map(carryOut);
	return ok(Array.isArray(body) ? results : results[0]);
}

/** The operations on threads as records, and posting to one. */
export const threadHandlers = (threads: Threads, messages: Messages): Handlers => ({
	'mailThread.create': (call) =>
		eachOf<Thread>(
			call,
			({ id }) => (threads.get(id) ? duplicate(id) : undefined),
			(thread) => threads.save(thread.id, thread),
		),
	'mailThread.upsert': (call) => ok(threads.save(bodyOf(call).id, bodyOf(call))),
	'mailThread.get': ({ params }) => {
		const thread = threads.get(params.key!);
		return thread ? ok(thread) : missing(params.key!);
	},
	'mailThread.update': (call) => {
		const keys = call.params.key!.split(';');
		return eachOf<Thread>(
			call,
			({ id }, place) => {
				if (id !== keys[place]) return notAccepted(`标识[${id}]与路径不一致`);
				return threads.get(id) ? undefined : missing(id);
			},
			(thread) => threads.save(thread.id, thread),
		);
	},
	'mailThread.delete': ({ params }) => (threads.delete(params.key!) ? ok() : missing(params.key!)),
	'mailThread.checkKey': (call) =>
		ok(String(threads.check(bodyOf(call).id)), { 'content-type': 'application/json' }),
	'mailThread.getDraft': ({ query }) => ok(threads.draft(typed(query))),
	'mailThread.getMany': ({ body }) => pageOf(threads.all, threadEntity, body),
	'mailThread.postMessage': (call) =>
		eachOf<{ model: string; res_id: string; body: string }>(
			call,
			({ model, res_id: record }) => {
				if (!threads.knowsModel(model)) return unknownModel(`实体[${model}]不存在`);
				return threads.isOf(record, model) ? undefined : missing(record);
			},
			(message) => {
				messages.write({ ...message, model: message.model.toUpperCase() }, call.now);
				threads.announce(message.res_id);
				call.deliver({ to: `${message.model}:${message.res_id}`, text: message.body });
				return message;
			},
		),
});

/** Operations that name no permission, by the name of their action. */
const actions = {
	buildTrackingData: 'mail_track',
	discardTracking: 'track_discard',
	finalizeTracking: 'track_finalize',
	notify: 'message_notify',
	prepareTracking: 'track_prepare',
	processAttachments: 'process_attachments_for_post',
	trackMessage: 'message_track',
};

/** The actions on one thread that only a superuser may call; they do nothing from outside. */
export function advancedHandlers(threads: Threads, sessions: Sessions): Handlers {
	const handler =
		(action: string) =>
		(call: Call): Reply => {
			const key = call.params.key!;
			if (!sessions.userOf(call.headers)?.superuser) return denied(action);
			if (!threads.get(key)) return missing(key);
			if (bodyOf(call).id !== key) return notAccepted(`标识[${bodyOf(call).id}]与路径不一致`);
			const details = bodyOf(call).dataauditdetails;
			return action === 'mail_track' && !details ? internal('系统内部错误') : ok();
		};
	return Object.fromEntries(
		Object.entries(actions).map(([name, action]) => [
			`mailThreadAdvanced.${name}`,
			handler(action),
		]),
	);
}
