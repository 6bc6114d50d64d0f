import { credentials } from '../../sandbox/providers/iBiz';
import { iBiz } from '../../nodes/IBiz/provider';
import type { NodeRun } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const keyOf = (number: number) => `5e05d8448f8461dada9b000${number}`;

let domains = 0;

/** A credential that has not logged in yet; domains tell it from those of other tests. */
const fresh = (changes = {}) => ({
	...credentials(sandbox().baseUrl('iBiz')),
	domain: `domain-${(domains += 1)}`,
	...changes,
});

const post = async (count: number, changes = {}, more: Partial<NodeRun> = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: {
			resource: 'mailThread',
			operation: 'postMessage',
			model: 'crm_lead',
			recordId: '={{ $json.key }}',
			body: '={{ $json.key }}',
		},
		items: Array.from({ length: count }, (_, index) => ({ key: keyOf(index) })),
		credentials: fresh(changes),
		...more,
	});

/** The tokens of all log-ins cease to hold as soon as so many messages have been posted. */
function expireAfter(posts: number) {
	let seen = 0;
	sandbox().misbehave({
		provider: 'iBiz',
		operationId: 'mailThread.postMessage',
		when: () => {
			seen += 1;
			if (seen === posts) sandbox().expireTokens('iBiz');
			return false;
		},
		behaviour: { kind: 'cut', when: 'before' },
	});
}

describe('iBiz log-in', () => {
	it('happens once for many items, and n8n reads the credential once', async () => {
		const { items, requests, credentialReads } = await post(10);
		expect(items).toHaveLength(10);
		expect(credentialReads).toBe(1);
		const logIns = requests.filter(({ path }) => path === '/v7/login');
		expect(logIns).toHaveLength(1);
		const { userName: loginname, password } = fresh();
		const domain: unknown = expect.stringMatching(/^domain-/);
		expect(logIns[0]!.body).toEqual({ loginname, password, domain });
		const { headers } = requests.at(-1)!;
		expect(headers.authorization).toMatch(/^Bearer sandbox-ibiz-token-/);
		expect(headers).toMatchObject({ srfsystemid: 'ibizodoo', srforgid: 'sandbox-organization' });
	});

	it('leaves out a domain that is not given', async () => {
		const { requests } = await post(1, { domain: '', token: `unknown-${domains}` });
		const { body } = requests.find(({ path }) => path === '/v7/login')!;
		expect(Object.keys(body as object)).toEqual(['loginname', 'password']);
	});

	it('is renewed once when the token expires in the middle of a run', async () => {
		expireAfter(4);
		const { items, requests, error } = await post(10);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(10);
		expect(requests.filter(({ path }) => path === '/v7/login')).toHaveLength(2);
		expect(
			sandbox()
				.deliveries.map(({ text }) => text)
				.sort(),
		).toEqual(Array.from({ length: 10 }, (_, index) => keyOf(index)));
	});

	it('is renewed once for two executions under way, each of which goes on with what n8n keeps', async () => {
		expireAfter(8);
		const shared = { stored: {}, credentialId: 'one for two', credentials: fresh() };
		const both = await Promise.all([post(10, {}, shared), post(10, {}, shared)]);
		expect(both.map(({ error }) => error)).toEqual([undefined, undefined]);
		const logIns = sandbox().requests.filter(({ path }) => path === '/v7/login');
		expect(logIns).toHaveLength(2);
		expect(sandbox().deliveries).toHaveLength(20);
	});

	it('tells what iBiz says about a wrong password, and nothing is sent', async () => {
		const { error, requests } = await post(3, { password: 'wrong-password' });
		expect(error?.message).toContain('Log-in not accepted: 用户名或密码错误');
		expect(error?.description).toContain('Check the credential');
		expect(requests.every(({ path }) => path === '/v7/login')).toBe(true);
		expect(JSON.stringify(error)).not.toContain('wrong-password');
	});

	it('tells that the address gives no token', async () => {
		sandbox().misbehave({
			provider: 'iBiz',
			operationId: 'logIn',
			behaviour: { kind: 'status', status: 200, body: {} },
		});
		const { error } = await post(1);
		expect(error?.message).toContain('Log-in not accepted: the answer holds no token');
	});

	it('tells that the user does not belong to the organization', async () => {
		const { error } = await post(1, { organizationId: 'another' });
		expect(error?.message).toBe(
			'iBiz refused the request: the user has no access in this organization and system; check the System ID and the Organization ID of the credential',
		);
		expect(sandbox().deliveries).toEqual([]);
	});
});

describe('iBiz refusals', () => {
	const answer = (status: number, body: unknown) => ({ status, headers: {}, body });

	it('are told in English around the words of iBiz, with the fields', () => {
		const details = [
			{ fieldname: 'NAME', fieldlogicname: '名称', fielderrorinfo: '内容过长' },
			{ fieldlogicname: '标识', fielderrorinfo: '不能为空' },
		];
		const body = { type: 'EntityException', code: 5, message: '输入不正确', details };
		expect(iBiz.refusal(answer(500, body))).toBe(
			'输入不正确 (code 5: input not accepted; NAME: 内容过长; 标识: 不能为空)',
		);
	});

	it.each([
		[200, { code: 1 }, undefined],
		[500, { code: '100000', message: '失败' }, '失败 (code 100000)'],
		[500, { code: 20 }, 'code 20: not implemented'],
		[401, '', 'the log-in is not valid or has expired'],
		[502, '<html></html>', ''],
		[404, undefined, ''],
	])('with status %d and %j read: %s', (status, body, said) => {
		expect(iBiz.refusal(answer(status, body))).toBe(said);
	});

	it.each([
		[{ code: 3, message: '不存在' }, true],
		[{ code: '100000', message: '失败' }, true],
		[{ code: 1, message: '内部错误' }, false],
		[{ status: 502, error: 'Bad Gateway' }, false],
		['<html></html>', false],
		['', false],
	])('with the body %j are certain: %s', (body, certain) => {
		expect(iBiz.certain!(answer(500, body))).toBe(certain);
	});

	it('that are certain are not asked for again', async () => {
		const { error, requests } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: { resource: 'mailThread', operation: 'get', threadId: 'no-such-thread' },
			credentials: fresh(),
		});
		expect(error?.message).toBe(
			'iBiz refused the request: 数据[no-such-thread]不存在 (code 3: data missing)',
		);
		expect(requests.filter(({ operationId }) => operationId === 'mailThread.get')).toHaveLength(1);
	});
});
