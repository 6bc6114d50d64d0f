import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../sandbox/server';
import type { RecordedRequest, Sandbox } from '../../sandbox/types';
import type { NodeRun } from '../support';
import { runNode } from '../support';

let sandbox: Sandbox;

// One for each test: log-ins at the same address are shared for some seconds.
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.stop());

const send = async (items: number, credentials: IDataObject = {}, more: Partial<NodeRun> = {}) =>
	await runNode({
		sandbox,
		node: 'sakari',
		parameters: {
			resource: 'message',
			operation: 'send',
			phoneNumber: '+12025550200',
			template: '={{ $json.text }}',
		},
		items: Array.from({ length: items }, (_, index) => ({ text: `Message ${index}` })),
		credentials: { ...sandbox.credentials('sakari'), ...credentials } as NodeRun['credentials'],
		...more,
	});

const called = (requests: RecordedRequest[], operation: string) =>
	requests.filter(({ operationId }) => operationId === operation);

const expectEachOnce = (items: number) => {
	const texts = sandbox.deliveries.map(({ text }) => text);
	expect(texts).toHaveLength(items);
	expect(new Set(texts).size).toBe(items);
};

describe('the log-in of Sakari', () => {
	it('is one for ten items without a token', async () => {
		const result = await send(10);
		expect(result.error).toBeUndefined();
		expect(called(result.requests, 'getToken')).toHaveLength(1);
		expectEachOnce(10);
	});

	it('is one for ten items whose stored token has expired', async () => {
		const result = await send(10, { accessToken: 'expired.long.ago' });
		expect(result.error).toBeUndefined();
		expect(called(result.requests, 'getToken')).toHaveLength(1);
		expectEachOnce(10);
	});

	it('is renewed once when the token expires in the middle of thirty items', async () => {
		let sends = 0;
		sandbox.misbehave({
			operationId: 'message.send',
			when() {
				sends += 1;
				if (sends === 15) sandbox.expireTokens('sakari');
				return false;
			},
			behaviour: { kind: 'html', status: 500 },
		});
		const result = await send(30);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(30);
		expect(called(result.requests, 'getToken')).toHaveLength(2);
		expectEachOnce(30);
	});

	it('is not asked for when the stored token is good', async () => {
		const { clientId, clientSecret } = sandbox.credentials('sakari');
		const answer = await fetch(`${sandbox.baseUrl('sakari')}/oauth2/token`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				grant_type: 'client_credentials',
				client_id: clientId,
				client_secret: clientSecret,
			}),
		});
		const { access_token: accessToken } = (await answer.json()) as { access_token: string };
		const result = await send(3, { accessToken });
		expect(result.requests.map(({ operationId }) => operationId)).toEqual(
			Array(3).fill('message.send'),
		);
	});

	it("tells Sakari's words when it is not accepted, and no secret", async () => {
		const clientSecret = 'a-secret-of-somebody-else';
		const result = await send(1, { clientSecret });
		expect(result.error?.message).toBe(
			'Sakari refused the request: Log-in not accepted: Client authentication failed',
		);
		expect(JSON.stringify(result.error)).not.toContain(clientSecret);
		expect(result.requests.map(({ operationId }) => operationId)).toEqual(['getToken']);
	});

	it('is tried again when the service is in trouble, and nothing is sent twice', async () => {
		const behaviour = { kind: 'html', status: 502 } as const;
		sandbox.misbehave({ operationId: 'getToken', times: 1, behaviour });
		const result = await send(2);
		expect(result.error).toBeUndefined();
		expect(called(result.requests, 'getToken')).toHaveLength(2);
		expectEachOnce(2);
	});

	it('says that nothing was sent when it cannot be reached', async () => {
		const result = await send(1, { baseUrl: 'http://127.0.0.1:9' });
		expect(result.error?.message).toBe('Sakari gave no usable answer');
		expect(result.error?.description).toContain('Nothing was done for this item');
		expect(result.error?.description).toContain('No answer to the log-in');
	}, 30_000);

	it('says so when an answer holds no token', async () => {
		const behaviour = { kind: 'status', status: 200, body: { token_type: 'Bearer' } } as const;
		sandbox.misbehave({ operationId: 'getToken', behaviour });
		const result = await send(1);
		expect(result.error?.message).toContain('the answer holds no access_token');
	});

	it('ends when a new token is not accepted either', async () => {
		const behaviour = { kind: 'status', status: 401, body: 'Unauthorized' } as const;
		sandbox.misbehave({ when: ({ operationId }) => operationId !== 'getToken', behaviour });
		const result = await send(1);
		expect(result.error?.message).toBe('Sakari refused the request with HTTP status 401');
		expect(called(result.requests, 'message.send')).toHaveLength(1);
		expect(sandbox.deliveries).toHaveLength(0);
	});

	it('works for a client that may send, but not read contacts', async () => {
		const error = { code: 'ACCT-016', message: 'Insufficient access to this API' };
		const body = { success: false, error };
		const isAccepted = ({ headers }: RecordedRequest) => !headers.authorization?.includes('ago');
		sandbox.misbehave({
			operationId: 'contact.getMany',
			when: isAccepted,
			behaviour: { kind: 'status', status: 403, body },
		});
		const result = await send(3, { accessToken: 'expired.long.ago' });
		expect(result.error).toBeUndefined();
		expectEachOnce(3);
	});

	it('tells that the account is not that of the client', async () => {
		const result = await send(1, { accountId: 'another-account' });
		expect(result.error?.message).toBe(
			'Sakari refused the request: Account ID is invalid (ACCT-008)',
		);
	});

	it('takes an address with a slash at its end, and an account with spaces around it', async () => {
		const { baseUrl, accountId } = sandbox.credentials('sakari');
		const result = await send(1, { baseUrl: ` ${baseUrl}/ `, accountId: ` ${accountId} ` });
		expect(result.error).toBeUndefined();
		expect(called(result.requests, 'message.send')[0]!.path).toBe(
			`/v1/accounts/${accountId}/messages`,
		);
	});
});
