import type { SandboxProvider } from '../../types';
import { dataHandlers } from './dataHandlers';
import { messageHandlers } from './messageHandlers';
import { Messages } from './messages';
import type { Values } from './lists';
import { internal, notAccepted, ok } from './replies';
import { recordHandlers } from './recordHandlers';
import { lifetime, Sessions, users } from './sessions';
import { advancedHandlers, threadHandlers } from './threadHandlers';
import { Threads } from './threads';

/** Fields of a message; when it was written, in milliseconds since 1970; or how lists behave. */
interface Happening extends Values {
	at?: number;
	sorts?: boolean;
}

const systemId = 'ibizodoo';
const organizationId = 'sandbox-organization';

const credentialsOf = ({ loginname, password }: typeof users.ordinary, baseUrl: string) => ({
	...{ baseUrl, userName: loginname, password, systemId, organizationId },
	...{ domain: '', logInPath: '/v7/login', token: '' },
});

/** Values of the credential `iBizApi` for the sandbox: an ordinary user. */
export const credentials = (baseUrl: string) => credentialsOf(users.ordinary, baseUrl);

/** The same for a user who may call what names no permission. */
export const superuser = (baseUrl: string) => credentialsOf(users.superuser, baseUrl);

/** Not forgotten by a reset: clients keep their tokens over it. */
const sessions = new Sessions();

export function create(): SandboxProvider {
	const threads = new Threads();
	const messages = new Messages(threads.list({ n_name_like: '商机' }).map(({ id }) => id));
	return {
		name: 'iBiz',
		refuse({ headers, path }) {
			if (path === '/v7/login') return undefined;
			if (!sessions.userOf(headers)) return { status: 401 };
			const { srfsystemid, srforgid } = headers;
			const isEmployee = srfsystemid === systemId && srforgid === organizationId;
			return isEmployee ? undefined : { status: 403 };
		},
		invalid: (problem, status) =>
			status === 404 || status === 405 ? { status } : notAccepted(`输入内容不正确：${problem}`),
		limited: (_kind, until, now) => ({
			status: 429,
			headers: { 'retry-after': String(Math.max(1, Math.ceil((until - now) / 1000))) },
		}),
		expireTokens: () => sessions.expire(),
		handlers: {
			logIn({ body }) {
				const { loginname, password } = body as { loginname: string; password: string };
				const token = sessions.logIn(loginname, password);
				return token ? ok({ token, expirein: lifetime }) : internal('用户名或密码错误');
			},
			appData: ({ headers }) => {
				const name = sessions.userOf(headers)!.loginname;
				const context = { srfsystemid: systemId, srforgid: organizationId, srfusername: name };
				return ok({ context });
			},
			...threadHandlers(threads, messages),
			...messageHandlers(messages),
			...advancedHandlers(threads, sessions),
			...recordHandlers(threads),
			...dataHandlers(threads),
		},
		/** A message is written on a record, some time ago; or lists are no longer sorted. */
		happen(event, now) {
			const { at = now, sorts, ...values } = event as Happening;
			if (sorts !== undefined) messages.sorts = sorts;
			else messages.write(values, at);
			return [];
		},
	};
}
