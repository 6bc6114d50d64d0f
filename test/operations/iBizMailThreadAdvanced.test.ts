import { superuser } from '../../sandbox/providers/iBiz';
import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const keyOf = (number: number) => `5e05d8448f8461dada9b000${number}`;

const actions = [
	['buildTrackingData', 'mail_track'],
	['discardTracking', 'track_discard'],
	['finalizeTracking', 'track_finalize'],
	['notify', 'message_notify'],
	['prepareTracking', 'track_prepare'],
	['processAttachments', 'process_attachments_for_post'],
	['trackMessage', 'message_track'],
] as const;

for (const [operation, route] of actions) {
	provesOperation(sandbox, {
		node: 'iBiz',
		resource: 'mailThreadAdvanced',
		operation,
		endpoint: `POST /mail_threads/{key}/${route}`,
		credentials: () => superuser(sandbox().baseUrl('iBiz')),
		parameters: {
			threadId: '={{ $json.key }}',
			additionalFields: {
				name: '={{ $json.name }}',
				furtherFields: '{"dataauditdetails":[{"name":"stage","oldvalue":"1","newvalue":"2"}]}',
			},
		},
		item: (index) => ({ key: keyOf(index), name: `商机 ${index}` }),
		bad: { key: 'no-such-thread', name: 'Nobody' },
		sent: ({ path, query, body }, { key, name }) => {
			expect(path).toBe(`/mail_threads/${String(key)}/${route}`);
			expect(query).toEqual({});
			const dataauditdetails = [{ name: 'stage', oldvalue: '1', newvalue: '2' }];
			expect(body).toEqual({ id: key, name, dataauditdetails });
		},
		given: (items) => expect(items.map(({ json }) => json)).toEqual([{ success: true }]),
	});
}

describe('iBiz advanced actions', () => {
	const parameters = { resource: 'mailThreadAdvanced', threadId: keyOf(0) };

	it.each(actions)('are refused to an ordinary user: %s', async (operation, route) => {
		const { error, requests } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: { ...parameters, operation },
		});
		expect(error?.message).toBe(
			`iBiz refused the request: 行为[${route}]未定义访问操作标识 (code 2: access denied)`,
		);
		expect(error?.httpCode).toBe('403');
		expect(requests.filter(({ endpoint }) => endpoint?.includes(route))).toHaveLength(1);
	});

	it('leave it open how far iBiz came when it broke', async () => {
		const { error, requests } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: { ...parameters, operation: 'buildTrackingData' },
			credentials: superuser(sandbox().baseUrl('iBiz')),
		});
		expect(error?.message).toBe('iBiz did not confirm the request. It may have been carried out');
		expect(error?.description).toContain('系统内部错误 (code 1: internal)');
		expect(requests.filter(({ path }) => path.endsWith('mail_track'))).toHaveLength(1);
	});
});
