import type { Reply } from '../../types';

/** What iBiz answers: everything but a missing permission has status 500. */
export const ok = (body?: unknown, headers?: Record<string, string>): Reply => ({
	status: 200,
	body,
	headers,
});

interface Detail {
	fieldname: string;
	fieldlogicname: string;
	fielderrortype: number;
	fielderrorinfo: string;
}

const refusal = (
	status: number,
	type: string,
	code: number,
	message: string,
	more = {},
): Reply => ({
	status,
	body: { type, code, message, ...more },
});

export const internal = (message: string) => refusal(500, 'RuntimeException', 1, message);

export const denied = (action: string) =>
	refusal(403, 'DEServiceAPIRuntimeException', 2, `行为[${action}]未定义访问操作标识`);

export const missing = (key: string) => refusal(500, 'EntityException', 3, `数据[${key}]不存在`);

export const notAccepted = (message: string, details: Detail[] = []) =>
	refusal(500, 'EntityException', 5, message, details.length > 0 ? { details } : {});

export const duplicate = (key: string) =>
	refusal(500, 'EntityException', 6, `主键[${key}]已存在`, {
		details: [
			{
				fieldname: 'ID',
				fieldlogicname: '标识',
				fielderrortype: 3,
				fielderrorinfo: '值已被使用',
			},
		],
	});

export const unknownModel = (message: string) =>
	refusal(500, 'SystemRuntimeException', 21, message);
