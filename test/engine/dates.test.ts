import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const moment = "DateTime.fromISO('2026-01-31T09:00:00', { zone: 'Asia/Tokyo' })";

it.each([
	`={{ ${moment} }}`,
	`={{ ${moment}.toJSDate() }}`,
	`={{ ${moment}.toISO() }}`,
	`={{ ${moment}.toMillis() }}`,
	`={{ ${moment}.toUnixInteger() }}`,
	'={{ $json.at }}',
	'2026-01-31T09:00:00+09:00',
])('takes the date that %s gives', async (start) => {
	const { error, requests } = await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: {
			resource: 'message',
			operation: 'getMany',
			channel: 'newsletter',
			start,
			filters: { end: '={{ $now }}' },
		},
		items: [{ at: '2026-01-31T00:00:00.000Z' }],
	});
	expect(error).toBeUndefined();
	expect(Number(requests[0]!.query.start)).toBe(Date.UTC(2026, 0, 31) / 1000);
});
