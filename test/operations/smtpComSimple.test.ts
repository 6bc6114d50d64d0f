import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import {
	simpleAccount,
	simpleAttempt,
	simpleCallback,
	simpleChannel,
	simpleCounts,
	simpleEvent,
	simpleMessage,
} from '../../nodes/SmtpCom/simple';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items, error } = await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: { resource, operation, ...parameters },
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;

describe('smtpCom Simplify', () => {
	it('gives messages in the common form', async () => {
		const [message] = await run('message', 'getMany', {
			channel: 'newsletter',
			start: '2020-01-31T10:00:00Z',
			limit: 1,
			filters: { event: 'failed' },
		});
		const form = {
			provider: 'smtpCom',
			id: expect.any(String) as string,
			direction: 'outbound',
			from: { address: 'news@acme.example' },
			to: [{ address: expect.stringMatching(/^bounce\d+@example\.com$/) as string }],
			subject: 'News of the week',
			status: 'failed',
			createdAt: iso,
		};
		expect(message).toEqual(form);
		const messageId = message!.id as string;
		expect(await run('message', 'get', { channel: 'newsletter', messageId })).toEqual([message]);
	});

	it('gives few fields of the account, channels and statistics', async () => {
		expect(await run('account', 'get')).toEqual([
			{
				status: 'active',
				firstName: 'John',
				lastName: 'Smith',
				companyName: 'ACME',
				email: 'john.smith@acme.example',
				phone: '16175550100',
				website: 'n/a',
				usage: 0,
				address: '1 Main Street, Springfield, MA, United States',
				createdAt: '2021-04-07T10:58:34.000Z',
			},
		]);
		const marketing = {
			name: 'marketing',
			username: 'acme_marketing',
			status: 'active',
			quota: 5000,
			usage: 0,
			createdAt: '2021-08-11T14:07:09.000Z',
		};
		expect(await run('channel', 'get', { channel: 'marketing' })).toEqual([marketing]);
		expect((await run('channel', 'getMany', { returnAll: true }))[1]).toEqual(marketing);
		const [counts] = await run('statistic', 'get', { period: 'last_30days', groupBy: 'rcpt_domain', returnAll: true });
		expect(counts).toEqual({
			recipientDomain: 'example.com',
			accepted: 2345,
			delivered: 2111,
			failed: 234,
			queued: 0,
			opened: 0,
			clicked: 0,
			complained: 0,
			unsubscribed: 0,
		});
	});

	it('hides the secrets of triggers in callbacks', async () => {
		const { baseUrl, apiKey } = sandbox().credentials('smtpCom');
		const secret = '0123456789abcdef'.repeat(4);
		const address = `${sandbox().url}/gone?secret=${secret}&event=failed`;
		const headers = { 'X-SMTPCOM-API': apiKey };
		await axios.post(`${baseUrl}/v4/callbacks/failed`, { channel: 'marketing', medium: 'http', address }, { headers });
		const chosen = { channel: 'marketing', event: 'failed' };
		const shown = { ...chosen, medium: 'http', address: address.replace(secret, '***') };
		expect(await run('callback', 'get', chosen)).toEqual([shown]);
		expect(await run('callback', 'getMany', { returnAll: true })).toEqual([shown]);
		sandbox().callBackLike({ attempts: 1 });
		sandbox().happen('smtpCom', chosen);
		await sandbox().callbacksDone();
		expect(await run('callback', 'getLog', { channel: 'marketing', limit: 20 })).toEqual([
			{ code: 404, message: 'Not Found', createdAt: iso },
		]);
	});

	const simple = {
		simpleAccount,
		simpleAttempt,
		simpleCallback,
		simpleChannel,
		simpleCounts,
		simpleEvent: (record: object) => simpleEvent('marketing', 'failed', record as never),
		simpleMessage,
	};

	it.each(Object.entries(simple))('takes whatever the service gives: %s', (_, simplify) => {
		for (const record of [{}, { msg_data: null, details: 'none', address: null, time: {}, msg_time: [] }]) {
			expect(() => simplify(record as never)).not.toThrow();
		}
	});

	it('takes times in seconds, and the other name of a channel', () => {
		const createdAt = '2021-08-13T10:22:49.000Z';
		expect(simpleMessage({ msg_time: 1628850169 })).toMatchObject({ createdAt });
		expect(simpleMessage({ msg_time: 'Fri, 13 Aug 2021 10:22:49 -0000' })).toMatchObject({ createdAt });
		expect(simpleChannel({ label: 'marketing', date_created: '1628850169' })).toEqual({ name: 'marketing', createdAt });
	});
});
