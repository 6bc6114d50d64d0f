import { isWanted } from '../../nodes/IBiz/inbox';
import type { Misbehaviour } from '../../sandbox/types';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const lead = '5e05d8448f8461dada9b0001';
const partner = '5e05d8448f8461dada9b03e9';
const [li, wang] = ['3f0c5a7e9b1d4c2688aa0001', '3f0c5a7e9b1d4c2688aa0002'];

const host = async (filters = {}, budget?: number) =>
	await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'iBiz',
		parameters: { filters },
		budget,
	});

const arrive = (body: string, more = {}) =>
	sandbox().happen('iBiz', { body, model: 'CRM_LEAD', res_id: lead, author_id: li, ...more });

const bodies = ({ started }: TriggerHost) =>
	started.production.flat().map(({ json }) => json.html as string);

const misbehave = (behaviour: Misbehaviour, after = 0) =>
	sandbox().misbehave({ operationId: 'message.getMany', times: 1, after, behaviour });

/** What was asked for since the last look. */
function asked(): object[] {
	const found = sandbox().requests.filter(({ operationId }) => operationId === 'message.getMany');
	sandbox().requests.length = 0;
	return found.map(({ body }) => body as object);
}

const sort = 'create_date,desc;id,desc';

let trigger: TriggerHost;
afterEach(async () => await trigger.stop());

describe('iBiz Trigger', () => {
	it('starts from now', async () => {
		trigger = await host();
		expect(await trigger.poll()).toBeUndefined();
		arrive('new');
		const items = await trigger.poll();
		expect(items).toHaveLength(1);
		expect(items![0]!.json).toMatchObject({ provider: 'iBiz', html: 'new', text: 'new', threadId: lead });
		expect(await trigger.poll()).toBeUndefined();
	});

	it('gives messages as iBiz tells them when Simplify is off', async () => {
		trigger = await host();
		trigger.parameters = { simplify: false };
		arrive('newest');
		const [sample] = (await trigger.poll('manual'))!;
		expect(sample!.json).toMatchObject({ body: 'newest', model: 'CRM_LEAD', res_id: lead, create_date: expect.any(String) });
		expect(sample!.json).not.toHaveProperty('provider');
	});

	it('sees what is posted with the node', async () => {
		trigger = await host();
		await trigger.poll();
		await fetchPost({ model: 'crm_lead', res_id: lead, message_type: 'comment', body: 'posted' });
		await trigger.poll();
		expect(bodies(trigger)).toEqual(['posted']);
	});

	it('shows the newest message when it is run by hand, and remembers nothing of it', async () => {
		trigger = await host();
		arrive('older', { at: Date.now() - 60_000 });
		arrive('newest');
		const items = await trigger.poll('manual');
		expect(items!.map(({ json }) => json.html)).toEqual(['newest']);
		expect(trigger.stored).toBe('{}');
	});

	it('says so when it is run by hand and no message fits', async () => {
		trigger = await host({ models: 'hr_employee' });
		await expect(trigger.poll('manual')).rejects.toThrow('No data with the current filters');
	});

	it.each([
		['a record', { recordIds: lead }, { n_res_id_eq: lead }, ['lead', 'other', 'note']],
		['a record from a list', { record: { __rl: true, mode: 'list', value: lead } }, { n_res_id_eq: lead }, ['lead', 'other', 'note']],
		['an author from a list', { author: { __rl: true, mode: 'list', value: wang } }, { n_author_id_eq: wang }, ['other']],
		['all but an author from a list', { ignoredAuthor: { __rl: true, mode: 'list', value: li } }, {}, ['other', 'guest']],
		['an author from a list and others', { author: { __rl: true, mode: 'id', value: wang }, authorIds: 'x' }, {}, ['other']],
		['several records', { recordIds: `${partner}, x` }, {}, ['partner']],
		['an author', { authorIds: wang }, { n_author_id_eq: wang }, ['other']],
		['several authors', { authorIds: `${wang},x` }, {}, ['other']],
		['all but an author', { ignoredAuthorIds: li }, {}, ['other', 'guest']],
		['a model, in any case', { models: 'crm_lead' }, {}, ['lead', 'other', 'note']],
		['a type', { messageTypes: ['notification'] }, { n_message_type_eq: 'notification' }, ['note']],
		['several types', { messageTypes: ['notification', 'email'] }, {}, ['note', 'guest']],
		[
			'all of these at once',
			{ recordIds: lead, authorIds: li, models: 'Crm_Lead,x', messageTypes: ['comment'] },
			{ n_author_id_eq: li, n_message_type_eq: 'comment', n_res_id_eq: lead },
			['lead'],
		],
	])('gives messages of %s', async (_, filters, filtered, wanted) => {
		trigger = await host(filters);
		await trigger.poll();
		arrive('lead');
		arrive('partner', { model: 'RES_PARTNER', res_id: partner });
		arrive('other', { author_id: wang });
		arrive('note', { message_type: 'notification' });
		arrive('guest', { model: null, res_id: null, author_id: null, message_type: 'email' });
		await trigger.poll();
		expect(bodies(trigger).sort()).toEqual([...wanted].sort());
		expect(asked().at(-1)).toEqual({ page: 0, size: 100, sort, ...filtered });
	});

	it('leaves out what is not wanted even where iBiz does not', () => {
		const message = { id: '1', create_date: '', res_id: lead, author_id: li };
		expect(isWanted({ recordIds: [partner] })(message)).toBe(false);
		expect(isWanted({ recordIds: [lead], authorIds: [wang!] })(message)).toBe(false);
		expect(isWanted({ recordIds: [lead] })(message)).toBe(true);
	});

	it.each([
		[{ authorIds: 'a;b' }, "'Author IDs' must be the key of one record"],
		[{ recordIds: ' , ' }, "'Record IDs' must not be empty"],
		[{ models: 'crm lead' }, "'Models' must be a name of letters, digits and underscores"],
	])('refuses filters that are none: %j', async (filters, message) => {
		trigger = await host(filters);
		await expect(trigger.poll()).rejects.toThrow(message);
		expect(sandbox().requests).toEqual([]);
	});

	it('begins anew where it asks for something else', async () => {
		trigger = await host({ authorIds: wang });
		await trigger.poll();
		arrive('of the other author');
		trigger.parameters = { filters: { authorIds: li! } };
		expect(await trigger.poll()).toBeUndefined();
		arrive('new');
		await trigger.poll();
		expect(bodies(trigger)).toEqual(['new']);
	});

	it('reads little when little is new, and thousands in few calls', async () => {
		trigger = await host();
		await trigger.poll();
		expect(asked()).toEqual([{ page: 0, size: 100, sort }]);
		for (let index = 0; index < 3500; index += 1) arrive(`message ${index}`);
		await trigger.poll();
		expect(asked()).toEqual([
			{ page: 0, size: 100, sort },
			...[0, 1, 2, 3].map((page) => ({ page, size: 1000, sort })),
		]);
		expect(new Set(bodies(trigger)).size).toBe(3500);
		expect(bodies(trigger)).toHaveLength(3500);
	});

	it('reads dates as those of China, whatever the time zone of n8n', async () => {
		trigger = await host();
		arrive('before', { at: Date.UTC(2026, 0, 31, 16, 0, 0) });
		const items = await trigger.poll('manual');
		expect(items![0]!.json.createdAt).toBe('2026-01-31T16:00:00.000Z');
		await trigger.poll();
		const { progress } = (JSON.parse(trigger.stored) as { 'node:Trigger': { progress: object } })[
			'node:Trigger'
		];
		expect(progress).toMatchObject({ floor: Date.UTC(2026, 0, 31, 15, 50, 0) });
	});

	it('says so where lists are not sorted, and where messages have no time', async () => {
		trigger = await host();
		sandbox().happen('iBiz', { sorts: false });
		await expect(trigger.poll()).rejects.toThrow('iBiz does not list its newest messages first');
		misbehave({ kind: 'status', status: 200, body: [{ id: 'a' }] });
		await expect(trigger.poll()).rejects.toThrow('iBiz gave message a without the time');
	});

	it('tells the provider’s words, and loses nothing by it', async () => {
		trigger = await host();
		await trigger.poll();
		arrive('later');
		const body = { type: 'EntityException', code: 9, message: '没有权限' };
		misbehave({ kind: 'status', status: 500, body });
		await expect(trigger.poll()).rejects.toThrow('iBiz refused the request: 没有权限 (code 9');
		await trigger.poll();
		expect(bodies(trigger)).toEqual(['later']);
	});

	it('logs in again when the log-in expires, in the middle of pages too', async () => {
		trigger = await host();
		await trigger.poll();
		sandbox().expireTokens('iBiz');
		for (let index = 0; index < 2500; index += 1) arrive(`message ${index}`);
		let seen = 0;
		sandbox().misbehave({
			provider: 'iBiz',
			operationId: 'message.getMany',
			when: () => {
				seen += 1;
				if (seen === 4) sandbox().expireTokens('iBiz');
				return false;
			},
			behaviour: { kind: 'cut', when: 'before' },
		});
		await trigger.poll();
		expect(new Set(bodies(trigger)).size).toBe(2500);
		const logIns = sandbox().requests.filter(({ path }) => path === '/v7/login');
		expect(logIns.length).toBeGreaterThanOrEqual(2);
	});

	it('tells a password that is no longer right, and goes on when it is', async () => {
		trigger = await host();
		await trigger.poll();
		arrive('meanwhile');
		sandbox().expireTokens('iBiz');
		const body = { type: 'RuntimeException', code: 1, message: '用户名或密码错误' };
		sandbox().misbehave({
			operationId: 'logIn',
			times: 1,
			behaviour: { kind: 'status', status: 500, body },
		});
		await expect(trigger.poll()).rejects.toThrow('Log-in not accepted: 用户名或密码错误');
		await trigger.poll();
		expect(bodies(trigger)).toEqual(['meanwhile']);
	});
});

/** The first two refuse a page, the last ends the log-in, the others only make it fail once. */
const faults: Array<Misbehaviour | 'expire' | undefined> = [
	{ kind: 'status', status: 403, body: { code: 2, message: '访问被拒绝' } },
	{ kind: 'status', status: 500, body: { code: 9, message: '没有权限' } },
	undefined,
	{ kind: 'truncated' },
	{ kind: 'html', status: 502 },
	{ kind: 'cut', when: 'before' },
	{ kind: 'limited', milliseconds: 200 },
	'expire',
];

describe('iBiz Trigger in the long run', () => {
	it('gives thousands of messages once each, through faults, late arrivals and restarts', async () => {
		trigger = await host({}, 60_000);
		await trigger.poll();
		let sent = 0;
		const start = Date.now() - 3_600_000;
		for (let round = 0; round < 18; round += 1) {
			const count = round % 7 === 3 ? 1400 : 60;
			for (let index = 0; index < count; index += 1) {
				// Ten messages share a second; every ninth shows up minutes after newer ones
				const lateness = sent % 9 === 0 ? 300_000 : 0;
				const at = start + round * 30_000 + (Math.floor(index / 10) % 30) * 1000 - lateness;
				arrive(`message ${sent}`, { at });
				sent += 1;
			}
			const fault = faults[round % faults.length];
			if (fault === 'expire') sandbox().expireTokens('iBiz');
			else if (fault) misbehave(fault, round % 3);
			if (round % 6 === 0) trigger.restart();
			trigger.budget = round % 3 === 0 ? 1 : 60_000;
			await trigger.poll().catch(() => undefined);
		}
		trigger.budget = 60_000;
		for (let index = 0; index < 3; index += 1) await trigger.poll();
		const given = bodies(trigger);
		expect(new Set(given).size).toBe(sent);
		expect(given).toHaveLength(sent);
	}, 120_000);
});

/** Posts a message as any client does. */
async function fetchPost(message: object): Promise<void> {
	const { baseUrl, userName, password, systemId, organizationId } = sandbox().credentials('iBiz');
	const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
		await fetch(`${String(baseUrl)}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
	const logIn = await post('/v7/login', { loginname: userName, password });
	const { token } = (await logIn.json()) as { token: string };
	const headers = {
		authorization: `Bearer ${token}`,
		srfsystemid: String(systemId),
		srforgid: String(organizationId),
	};
	expect((await post('/mail_threads/mail_message_post', message, headers)).status).toBe(200);
}
