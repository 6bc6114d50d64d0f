import type { Call, Reply, SandboxProvider } from '../../types';
import { accountId, Mailbox } from './mails';
import { membersOf, profile, projects, userExists } from './people';

interface Happening {
	from?: number;
	content?: string;
	/** Milliseconds since 1970. */
	at?: number;
	startsWithOldest?: boolean;
}

const token = 'sandbox-paratranz-token';
const seeds = 60;

/** Values of the credential `paraTranzApi` for the sandbox. */
export const credentials = (baseUrl: string) => ({ apiToken: token, baseUrl });

const refusal = (status: number, message: string, code: number): Reply => ({
	status,
	body: { message, code },
});

/** Codes are the sandbox's own: ParaTranz publishes none. */
const problems = {
	400: { message: '参数错误', code: 10002 },
	404: { message: '接口不存在', code: 10004 },
	405: { message: '请求方法错误', code: 10005 },
	415: { message: '请求格式错误', code: 10015 },
};

export function create(): SandboxProvider {
	const mailbox = new Mailbox(seeds);
	return {
		name: 'paraTranz',
		refuse({ headers }) {
			if (headers.authorization === `Bearer ${token}`) return undefined;
			return refusal(401, 'Token 错误或已过期', 10001);
		},
		invalid(problem, status) {
			const { message, code } = problems[status];
			return refusal(status, `${message}: ${problem}`, code);
		},
		limited(_kind, until, now) {
			const seconds = Math.max(1, Math.ceil((until - now) / 1000));
			const headers = { 'retry-after': String(seconds) };
			return { ...refusal(429, '请求过于频繁', 10029), headers };
		},
		handlers: {
			createMail({ body, now, deliver }: Call) {
				const { to, content } = body as { to: number; content: string };
				if (!userExists(to)) return refusal(404, '用户不存在', 10104);
				const mail = mailbox.write(accountId, to, content, now);
				deliver({ to: String(to), text: content, id: String(mail.id) });
				return { status: 200, body: mail };
			},
			getMails({ query }: Call) {
				const page = Number(query.page ?? 1);
				const pageSize = Number(query.pageSize ?? 50);
				const rowCount = mailbox.mails.length;
				const pageCount = Math.ceil(rowCount / pageSize);
				const results = mailbox.page(page, pageSize);
				return { status: 200, body: { page, pageSize, rowCount, pageCount, results } };
			},
			getConversation({ params }: Call) {
				const userId = Number(params.userId);
				if (!userExists(userId)) return refusal(404, '用户不存在', 10104);
				return { status: 200, body: mailbox.conversation(userId) };
			},
			getProjects({ query }: Call) {
				const page = Number(query.page ?? 1);
				const pageSize = Number(query.pageSize ?? 50);
				const results = projects.slice((page - 1) * pageSize, page * pageSize);
				const pageCount = Math.ceil(projects.length / pageSize);
				return { status: 200, body: { page, pageSize, rowCount: projects.length, pageCount, results } };
			},
			getMembers({ params }: Call) {
				const members = membersOf(Number(params.projectId));
				if (members.length === 0) return refusal(404, '项目不存在', 10204);
				return { status: 200, body: members };
			},
			getUser({ params }: Call) {
				const userId = Number(params.userId);
				if (!userExists(userId)) return refusal(404, '用户不存在', 10104);
				return { status: 200, body: profile(userId) };
			},
		},
		/** A mail arrives, written some time ago; or lists start with the oldest mail from now on. */
		happen(event, now) {
			const { from, content, at, startsWithOldest } = event as Happening;
			if (startsWithOldest !== undefined) mailbox.startsWithOldest = startsWithOldest;
			if (content !== undefined) mailbox.write(from ?? 20_481, accountId, content, at ?? now);
			return [];
		},
	};
}
