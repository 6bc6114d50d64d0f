import type { Misbehaviour } from '../../sandbox/types';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();
const me = 10_234;

const host = async (parameters = {}, budget?: number) =>
	await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'paraTranz',
		parameters: { userId: String(me), filters: {}, simplify: false, ...parameters },
		budget,
	});

const arrive = (content: string, more: { from?: number; at?: number } = {}) =>
	sandbox().happen('paraTranz', { content, ...more });

const contents = ({ started }: TriggerHost) =>
	started.production.flat().map(({ json }) => json.content as string);

/** Two refuse the page, the others only an attempt. */
const faults: Array<Misbehaviour | undefined> = [
	{ kind: 'status', status: 403 },
	undefined,
	{ kind: 'truncated' },
	{ kind: 'status', status: 404, body: { message: '接口不存在' } },
	{ kind: 'html', status: 502 },
	{ kind: 'cut', when: 'before' },
	{ kind: 'limited', milliseconds: 200 },
];

let trigger: TriggerHost;
afterEach(async () => await trigger.stop());

describe('ParaTranz Trigger', () => {
	it('starts from now', async () => {
		trigger = await host();
		expect(await trigger.poll()).toBeUndefined();
		arrive('new');
		const items = await trigger.poll();
		expect(items).toHaveLength(1);
		expect(items![0]!.json).toMatchObject({ content: 'new', from: 20481, to: me });
		expect(await trigger.poll()).toBeUndefined();
	});

	it('shows the newest mail when it is run by hand, and remembers nothing of it', async () => {
		trigger = await host();
		arrive('newest');
		const items = await trigger.poll('manual');
		expect(items!.map(({ json }) => json.content)).toEqual(['newest']);
		expect(trigger.stored).toBe('{}');
	});

	it('says so when it is run by hand and no mail fits', async () => {
		trigger = await host({ filters: { senderIds: '77' } });
		await expect(trigger.poll('manual')).rejects.toThrow('No data with the current filters');
	});

	it('leaves out what the account itself writes, and other senders', async () => {
		trigger = await host({ filters: { senderIds: '20482, 30000' } });
		await trigger.poll();
		arrive('from me', { from: me });
		arrive('other', { from: 20_481 });
		arrive('wanted', { from: 30_000 });
		await trigger.poll();
		expect(contents(trigger)).toEqual(['wanted']);
	});

	it('tells sender IDs that are none, by which it would never start', async () => {
		trigger = await host({ filters: { senderIds: ' , ,' } });
		await expect(trigger.poll()).rejects.toThrow("'Sender IDs' must not be empty");
		expect(sandbox().requests).toEqual([]);
	});

	it('tells a user ID that is not that of the account', async () => {
		trigger = await host({ userId: '5' });
		await expect(trigger.poll()).rejects.toThrow("'Your Account' must be the account of the credential");
	});

	it('tells the provider’s words, and loses nothing by it', async () => {
		trigger = await host();
		await trigger.poll();
		arrive('later');
		const answer = { status: 403, body: { message: '没有权限', code: 10003 } };
		sandbox().misbehave({ times: 1, behaviour: { kind: 'status', ...answer } });
		await expect(trigger.poll()).rejects.toThrow('ParaTranz refused the request: 没有权限');
		await trigger.poll();
		expect(contents(trigger)).toEqual(['later']);
	});

	it('waits when it is asked to slow down, within its time', async () => {
		trigger = await host();
		await trigger.poll();
		arrive('slow');
		sandbox().misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 1000 } });
		await trigger.poll();
		expect(contents(trigger)).toEqual(['slow']);
		trigger.budget = 100;
		sandbox().misbehave({ times: 1, behaviour: { kind: 'limited', milliseconds: 5000 } });
		await expect(trigger.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/asks to slow down. Try again after/) as string,
			description: 'Nothing was changed',
		});
	});

	it('reads lists that start with the oldest mail', async () => {
		trigger = await host();
		sandbox().happen('paraTranz', { startsWithOldest: true });
		await trigger.poll();
		for (let index = 0; index < 120; index += 1) arrive(`mail ${index}`);
		await trigger.poll();
		arrive('last');
		await trigger.poll();
		expect(contents(trigger)).toHaveLength(121);
	});

	it('gives a mail once when n8n polls again before a poll has ended', async () => {
		trigger = await host();
		await trigger.poll();
		for (let index = 0; index < 60; index += 1) arrive(`mail ${index}`);
		sandbox().misbehave({ times: 1, behaviour: { kind: 'late', milliseconds: 100 } });
		await Promise.all([trigger.poll(), trigger.poll(), trigger.poll()]);
		await trigger.poll();
		expect(contents(trigger)).toHaveLength(60);
	});

	it('gives mails of a poll that a restart has ended', async () => {
		trigger = await host();
		await trigger.poll();
		arrive('new');
		const poll = trigger.poll();
		trigger.restart();
		expect(await poll).toHaveLength(1);
		await trigger.poll();
		expect(contents(trigger)).toEqual(['new']);
	});

	it('loses nothing when n8n restarts after polls that found nothing', async () => {
		trigger = await host();
		await trigger.poll();
		await trigger.poll();
		arrive('while n8n was down');
		trigger.restart();
		await trigger.poll();
		expect(contents(trigger)).toEqual(['while n8n was down']);
	});

	it('begins anew with another account', async () => {
		trigger = await host();
		await trigger.poll();
		trigger.parameters = { ...trigger.parameters, userId: '20481' };
		arrive('of the other account', { from: 20_481 });
		expect(await trigger.poll()).toBeUndefined();
	});

	it('gives thousands of mails once each, through faults, late arrivals and restarts', async () => {
		trigger = await host({}, 60_000);
		await trigger.poll();
		let sent = 0;
		const start = Date.now() - 3_600_000;
		for (let round = 0; round < 30; round += 1) {
			const count = round % 7 === 3 ? 400 : 50;
			for (let index = 0; index < count; index += 1) {
				// Ten mails share a second; every ninth shows up minutes after newer ones
				const lateness = sent % 9 === 0 ? 300_000 : 0;
				arrive(`mail ${sent}`, { at: start + round * 30_000 + Math.floor(index / 10) * 1000 - lateness });
				sent += 1;
			}
			const fault = faults[round % faults.length];
			if (fault) sandbox().misbehave({ times: 1, after: round % 3, behaviour: fault });
			if (round % 6 === 0) trigger.restart();
			trigger.budget = round % 3 === 0 ? 1 : 60_000;
			await trigger.poll().catch(() => undefined);
		}
		trigger.budget = 60_000;
		for (let index = 0; index < 3; index += 1) await trigger.poll();
		const given = contents(trigger);
		expect(new Set(given).size).toBe(sent);
		expect(given).toHaveLength(sent);
		expect(trigger.stored.length).toBeLessThan(50_000);
	}, 120_000);
});
