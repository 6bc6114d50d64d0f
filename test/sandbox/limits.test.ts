import type { AxiosInstance } from 'axios';

import { Limits } from '../../sandbox/limits';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/types';
import { paraTranzClient } from './paraTranzClient';

describe('counting', () => {
	it('admits so many per second, whenever the second begins', () => {
		const limits = new Limits();
		limits.perSecond = 2;
		const enter = (now: number) => limits.enter(now).refusal;
		expect(enter(0)).toBeUndefined();
		expect(enter(900)).toBeUndefined();
		expect(enter(950)).toEqual({ kind: 'rate', until: 1000 });
		expect(enter(1000)).toBeUndefined();
		expect(enter(1899)).toEqual({ kind: 'rate', until: 1900 });
		expect(enter(1900)).toBeUndefined();
	});

	it('admits so many at once; refused ones take no place', () => {
		const limits = new Limits();
		limits.parallel = 1;
		const first = limits.enter(0);
		const second = limits.enter(0);
		expect(first.refusal).toBeUndefined();
		expect(second.refusal?.kind).toBe('parallel');
		second.leave();
		expect(limits.enter(0).refusal?.kind).toBe('parallel');
		first.leave();
		expect(limits.enter(0).refusal).toBeUndefined();
		expect(limits.mostAtOnce).toBe(2);
	});

	it('keeps requests under way in mind when it forgets the rest', () => {
		const limits = new Limits();
		limits.parallel = 1;
		const { leave } = limits.enter(0);
		limits.reset();
		expect(limits.mostAtOnce).toBe(1);
		limits.parallel = 1;
		expect(limits.enter(0).refusal?.kind).toBe('parallel');
		leave();
		expect(limits.enter(0).refusal).toBeUndefined();
	});
});

describe('over HTTP', () => {
	let sandbox: Sandbox;
	let client: AxiosInstance;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = paraTranzClient(sandbox);
	});
	afterEach(() => sandbox.reset());
	afterAll(async () => await sandbox.stop());

	const statuses = async (count: number) => {
		const send = async () => (await client.post('/mails', { to: 1, content: 'x' })).status;
		return await Promise.all(Array.from({ length: count }, send));
	};

	it('refuses what is above the rate', async () => {
		sandbox.limit('paraTranz', { perSecond: 5 });
		const got = await statuses(12);
		expect(got.filter((status) => status === 200)).toHaveLength(5);
		expect(got.filter((status) => status === 429)).toHaveLength(7);
		expect(sandbox.deliveries).toHaveLength(5);
		expect(sandbox.requests).toHaveLength(12);
	});

	it('refuses what is above the requests at once, and knows the most', async () => {
		sandbox.misbehave({ behaviour: { kind: 'late', milliseconds: 100 } });
		sandbox.limit('paraTranz', { parallel: 3 });
		const got = await statuses(8);
		expect(got.filter((status) => status === 200)).toHaveLength(3);
		expect(sandbox.mostAtOnce('paraTranz')).toBeGreaterThan(3);
		expect(sandbox.mostAtOnce('paraTranz')).toBeLessThanOrEqual(8);
	});

	it('uses no rule up on what is above a limit', async () => {
		sandbox.limit('paraTranz', { perSecond: 0 });
		sandbox.misbehave({ times: 1, behaviour: { kind: 'html', status: 500 } });
		expect(await statuses(2)).toEqual([429, 429]);
		sandbox.limit('paraTranz', { perSecond: 10 });
		expect((await statuses(2)).sort()).toEqual([200, 500]);
	});
});
