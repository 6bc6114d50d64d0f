import type { INodeParameters } from 'n8n-workflow';

import { provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

provesOperation(sandbox, {
	node: 'smtpCom',
	resource: 'statistic',
	operation: 'get',
	endpoint: 'GET /v4/stats/{duration}/{slice1}/{value1}/{group}',
	parameters: {
		period: 'last_30days',
		groupBy: 'rcpt_domain',
		returnAll: true,
		filters: { channel: '={{ $json.channel }}' },
		options: { event: 'failed' },
		simplify: false,
	},
	item: () => ({ channel: 'newsletter' }),
	bad: { channel: 'unknown' },
	sent: ({ path, query }) => {
		expect(path).toBe('/v4/stats/last_30days/channel/newsletter/rcpt_domain');
		expect(query).toEqual({ event: 'failed', limit: '1000', offset: '0' });
	},
	given: (items) => {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual({ rcpt_domain: 'example.com', failed: 234 });
	},
});

const get = async (parameters: INodeParameters) =>
	await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: { resource: 'statistic', operation: 'get', simplify: false, ...parameters },
	});

const send = async (to: string) =>
	await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: {
			...{ resource: 'message', operation: 'send', channel: 'marketing', separateMails: true },
			...{ fromEmail: 'a@acme.example', to, subject: 'Hi', emailFormat: 'text', text: 'Hi' },
		},
	});

describe('smtpCom statistic.get', () => {
	it.each(['last_24hrs', 'last_7days', 'this_hour', 'this_day', 'this_week', 'this_month', 'total', 'this_year'])(
		'counts all of a period: %s',
		async (period) => {
			await send('ada@example.com, bounce@example.com');
			const { items, requests } = await get({ period, options: {} });
			expect(requests.at(-1)).toMatchObject({ path: `/v4/stats/${period}`, query: { limit: '1000', offset: '0' } });
			expect(items).toHaveLength(1);
			expect(Number(items[0]!.json.accepted)).toBeGreaterThanOrEqual(2);
			expect(Number(items[0]!.json.failed)).toBeGreaterThanOrEqual(1);
		},
	);

	it('counts from a start to an end', async () => {
		const { items, requests } = await get({
			period: 'custom',
			start: '2026-01-31T10:00:00Z',
			end: '2026-01-31T11:00:00Z',
		});
		expect(requests[0]).toMatchObject({
			path: '/v4/stats',
			query: { start: '1769853600', end: '1769857200', limit: '1000', offset: '0' },
		});
		expect(items[0]!.json).toMatchObject({ accepted: 0 });
	});

	it('refuses an end that is not after the start', async () => {
		const time = '2026-01-31T10:00:00Z';
		const { error, requests } = await get({ period: 'custom', start: time, end: time });
		expect(error?.message).toMatch("'End' must be later than 'Start'");
		expect(requests).toEqual([]);
	});

	it('chains filters, encoded, in the order of the API page', async () => {
		await send('ada@example.com, bob@example.org');
		const filters = { rcpt_domain: 'example.org', channel: 'marketing' };
		const { items, requests } = await get({ period: 'this_year', filters });
		// A year is not slicable, so filters do not apply to it
		expect(requests[0]!.path).toBe('/v4/stats/this_year');
		expect(items).toHaveLength(1);
		const { items: narrowed, requests: [request] } = await get({ period: 'this_day', filters });
		expect(request!.path).toBe('/v4/stats/this_day/channel/marketing/rcpt_domain/example.org');
		expect(narrowed[0]!.json).toMatchObject({ accepted: 1, delivered: 1, failed: 0 });
		const { requests: [odd] } = await get({ period: 'this_day', filters: { rcpt_isp: 'a b?c' } });
		expect(odd).toBeUndefined();
		const { requests: [spaced] } = await get({ period: 'this_day', filters: { rcpt_isp: 'a b' } });
		expect(spaced!.path).toBe('/v4/stats/this_day/rcpt_isp/a%20b');
	});

	it('gives an item for each group, all or up to a limit', async () => {
		const people = Array.from({ length: 1000 }, (_, index) => `p@d${index}.example`);
		await send(people.join(', '));
		await send('ada@example.com');
		const grouped = { period: 'this_day', groupBy: 'rcpt_domain', filters: { channel: 'marketing' } };
		const { items, requests } = await get({ ...grouped, returnAll: true });
		expect(items).toHaveLength(1001);
		expect(items[3]!.json).toMatchObject({ rcpt_domain: 'd3.example', accepted: 1 });
		expect(requests.map(({ query }) => query.offset)).toEqual(['0', '1000']);
		const few = await get({ ...grouped, returnAll: false, limit: 7 });
		expect(few.items).toHaveLength(7);
		expect(few.requests.map(({ query }) => query.limit)).toEqual(['7']);
	});
});
