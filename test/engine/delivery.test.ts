import type { IDataObject } from 'n8n-workflow';

import type { Misbehaviour, RecordedRequest } from '../../sandbox/types';
import type { NodeRun } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const mails = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ to: 20481, content: `Mail ${index}` }));

const send = async (count: number, more: Partial<NodeRun> = {}, options = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'paraTranz',
		parameters: {
			resource: 'mail',
			operation: 'send',
			to: '={{ $json.to }}',
			content: '={{ $json.content }}',
			requestOptions: options,
		},
		items: mails(count),
		...more,
	});

const list = async () =>
	await runNode({
		sandbox: sandbox(),
		node: 'paraTranz',
		parameters: { resource: 'mail', operation: 'getMany', returnAll: false, limit: 5 },
	});

/** How often each mail was accepted. */
const accepted = () => {
	const counts = new Map<string, number>();
	for (const { text } of sandbox().deliveries) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
};

const expectEachOnce = (count: number) => {
	const counts = accepted();
	expect(counts.size).toBe(count);
	expect([...counts.values()].every((times) => times === 1)).toBe(true);
};

/** Chooses requests by the number of their mail. */
const isMail =
	(...numbers: number[]) =>
	({ body }: RecordedRequest) =>
		numbers.some((number) => (body as IDataObject).content === `Mail ${number}`);

const misbehave = (behaviour: Misbehaviour, more = {}) =>
	sandbox().misbehave({ provider: 'paraTranz', times: 1, behaviour, ...more });

describe('a provider that limits the rate', () => {
	it('is waited for, and gets every message once', async () => {
		sandbox().limit('paraTranz', { perSecond: 50 });
		const result = await send(120);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(120);
		expect(result.items.map(({ json }) => json.text)).toEqual(
			mails(120).map(({ content }) => content),
		);
		expectEachOnce(120);
	});

	it.each([
		['seconds', () => '1'],
		['a date', () => new Date(Date.now() + 2000).toUTCString()],
	])('is waited for when Retry-After gives %s', async (_, value) => {
		const headers = { 'retry-after': value() };
		misbehave({ kind: 'status', status: 429, headers, body: { message: '请求过于频繁' } });
		const result = await send(1);
		expect(result.error).toBeUndefined();
		expect(result.requests).toHaveLength(2);
		const [first, second] = result.requests;
		expect(second!.at - first!.at).toBeGreaterThan(900);
	});

	it('is waited for when it does not say how long', async () => {
		misbehave({ kind: 'status', status: 429, body: '' }, { times: 3 });
		const result = await send(2);
		expect(result.error).toBeUndefined();
		expectEachOnce(2);
	});

	it('is not flooded when it names a time that is over, again and again', async () => {
		misbehave({ kind: 'status', status: 429, headers: { 'retry-after': '0' }, body: '' }, { times: 5 });
		const { error, requests } = await send(1);
		expect(error).toBeUndefined();
		const waits = requests.slice(1).map(({ at }, index) => at - requests[index]!.at);
		expect(waits).toHaveLength(5);
		for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(80 * 2 ** index);
	});

	it('gets no more patience by naming times that are over', async () => {
		const headers = { 'retry-after': '0' };
		misbehave({ kind: 'status', status: 429, headers, body: '' }, { times: undefined });
		const { error, requests } = await send(1, {}, { longestWait: 0 });
		expect(error?.message).toContain('asks to slow down');
		expect(requests).toHaveLength(1);
	});

	it('ends the remaining items when it wants more patience than allowed', async () => {
		misbehave({ kind: 'limited', milliseconds: 3_600_000 }, { after: 2, times: undefined });
		const options = { longestWait: 10, requestsAtOnce: 1 };
		const result = await send(5, { onError: 'continueErrorOutput' }, options);
		expect(result.items).toHaveLength(2);
		expect(result.errorItems).toHaveLength(3);
		expect(result.requests).toHaveLength(3);
		for (const { json } of result.errorItems) {
			expect(json.error).toMatch(/^ParaTranz asks to slow down\. Try again after \d{4}-/);
			expect(json).toHaveProperty('to', 20481);
		}
		expectEachOnce(2);
	});

	it('is not waited for any longer when the execution is cancelled', async () => {
		misbehave({ kind: 'limited', milliseconds: 60_000 }, { times: undefined });
		const began = Date.now();
		await send(3, {
			started: (execution) => void new Promise((later) => setTimeout(later, 500)).then(() => execution.cancel()),
		});
		expect(Date.now() - began).toBeLessThan(5000);
		expect(sandbox().deliveries).toHaveLength(0);
	});
});

describe('requests at once', () => {
	it('are ten unless said otherwise', async () => {
		misbehave({ kind: 'late', milliseconds: 150 }, { times: undefined });
		await send(40);
		expect(sandbox().mostAtOnce('paraTranz')).toBe(10);
	});

	it('are as many as the user says', async () => {
		misbehave({ kind: 'late', milliseconds: 150 }, { times: undefined });
		await send(12, {}, { requestsAtOnce: 3 });
		expect(sandbox().mostAtOnce('paraTranz')).toBe(3);
	});

	it('go on beside one that takes long', async () => {
		misbehave({ kind: 'late', milliseconds: 3000 }, { when: isMail(0) });
		const { requests } = await send(20, {}, { requestsAtOnce: 2 });
		expectEachOnce(20);
		const times = requests.map(({ at }) => at);
		expect(Math.max(...times) - Math.min(...times)).toBeLessThan(2000);
	});

	it('are shared by executions with the same credential, which take turns', async () => {
		misbehave({ kind: 'late', milliseconds: 150 }, { times: undefined });
		const ends: string[] = [];
		await Promise.all([
			send(60, { credentialId: 'shared' }).then(() => ends.push('long')),
			send(5, { credentialId: 'shared' }).then(() => ends.push('short')),
		]);
		expect(sandbox().mostAtOnce('paraTranz')).toBe(10);
		expect(ends).toEqual(['short', 'long']);
		expect(sandbox().deliveries).toHaveLength(65);
	});
});

describe('a send of unknown fate', () => {
	const fates: Array<[string, Misbehaviour]> = [
		['an internal error', { kind: 'status', status: 500, body: { message: '内部错误' } }],
		['a page instead of an answer', { kind: 'html', status: 502 }],
		['a page with status 200', { kind: 'html', status: 200 }],
		['half an answer', { kind: 'truncated' }],
		['a connection cut after the request', { kind: 'cut', when: 'after' }],
		['a connection cut before the request was carried out', { kind: 'cut', when: 'before' }],
	];

	it.each(fates)('is told, and not repeated: %s', async (_, behaviour) => {
		misbehave(behaviour, { after: 1 });
		const result = await send(3, { onError: 'continueErrorOutput' }, { requestsAtOnce: 1 });
		expect(result.requests).toHaveLength(3);
		expect(result.items).toHaveLength(2);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0]!.json).toMatchObject({
			error: 'ParaTranz did not confirm the request. It may have been sent',
			message: expect.stringContaining('Use "Conversation: Get"') as string,
			content: 'Mail 1',
		});
	});

	it.each(fates)('does no harm to a read, which is repeated: %s', async (_, behaviour) => {
		misbehave(behaviour);
		const result = await list();
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(5);
		expect(result.requests).toHaveLength(2);
	});

	it('ends a read when it goes on', async () => {
		misbehave({ kind: 'status', status: 503, body: '' }, { times: undefined });
		const result = await list();
		expect(result.error?.message).toBe('ParaTranz gave no usable answer');
		expect(result.requests).toHaveLength(5);
	}, 30_000);
});

describe('a provider that cannot be reached', () => {
	it('has certainly not been sent anything', async () => {
		const credentials = { apiToken: 'any-token', baseUrl: 'http://127.0.0.1:9/api' };
		const result = await send(1, { credentials });
		expect(result.error?.message).toBe('ParaTranz gave no usable answer');
		expect(result.error?.description).toContain('ECONNREFUSED');
		expect(result.error?.description).toContain('Nothing was done for this item');
	}, 30_000);
});

describe('a node that ends with an error', () => {
	it('sends nothing more, and says how far it came', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 4 });
		const result = await send(20, {}, { requestsAtOnce: 1 });
		expect(result.requests).toHaveLength(5);
		expect(result.error?.message).toBe('ParaTranz refused the request: 没有权限');
		expect(result.error?.description).toContain(
			'This is item 4 (n8n counts from 0); 4 of 20 items were accepted',
		);
		expect(result.error?.context).toMatchObject({ itemIndex: 4 });
	});

	it('says how many others are of unknown fate', async () => {
		misbehave({ kind: 'late', milliseconds: 200 }, { when: isMail(3) });
		misbehave({ kind: 'cut', when: 'after' }, { times: 2, when: isMail(1, 2) });
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } });
		const result = await send(20, {}, { requestsAtOnce: 4 });
		expect(result.error?.message).toBe('ParaTranz refused the request: 没有权限');
		expect(result.error?.description).toContain(
			'1 of 20 items were accepted; a retry does not send them again. 2 more may have been sent',
		);
	});

	it('counts the item of the error among those of unknown fate', async () => {
		misbehave({ kind: 'cut', when: 'after' }, { times: 3, when: isMail(0, 1, 2) });
		const result = await send(3);
		expect(result.error?.message).toContain('It may have been sent');
		expect(result.error?.description).toMatch(/0 of 3 items were accepted\. 2 more may have been sent$/);
	});

	it('repeats nothing that was accepted under Retry On Fail', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 9 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const result = await send(50, { settings });
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(50);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			mails(50).map((_, item) => ({ item })),
		);
		expectEachOnce(50);
		expect(result.requests).toHaveLength(51);
	});

	it('does not repeat a send of unknown fate under Retry On Fail, but sends the others', async () => {
		misbehave({ kind: 'cut', when: 'after' }, { after: 9 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const result = await send(30, { settings });
		expect(result.error?.message).toContain('It may have been sent');
		expect(result.error?.description).toContain('29 of 30 items were accepted');
		expectEachOnce(30);
		expect(result.requests).toHaveLength(30);
	});

	it('repeats nothing whose value differs from try to try', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 3 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		const result = await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: {
				resource: 'mail',
				operation: 'send',
				to: '20481',
				content: '={{ $json.name }} {{ Math.random() }}',
				requestOptions: { requestsAtOnce: 1 },
			},
			items: [0, 1, 2, 3, 4].map((name) => ({ name })),
			settings,
		});
		expect(result.error).toBeUndefined();
		expect(sandbox().deliveries.map(({ text }) => text[0])).toEqual(['0', '1', '2', '3', '4']);
	});

	it('sends nothing when the value of one item cannot be evaluated', async () => {
		const result = await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: {
				resource: 'mail',
				operation: 'send',
				to: '20481',
				content: '={{ $json.content.toUpperCase().missing.call() }}',
			},
			items: [{ content: 'a' }, { content: 'b' }],
		});
		expect(result.error).toBeDefined();
		expect(result.requests).toHaveLength(0);
	});

	it('sends nothing when one item is unfit', async () => {
		const items = [...mails(2), { to: 20481, content: ' ' }];
		const result = await send(0, { items });
		expect(result.requests).toHaveLength(0);
		expect(result.error?.message).toBe("'Content' must not be empty");
		expect(result.error?.context).toMatchObject({ itemIndex: 2 });
	});
});

describe('an execution retried from the list', () => {
	it('repeats nothing that was accepted', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 9 });
		const failed = await send(30, {}, { requestsAtOnce: 1 });
		expect(failed.error?.message).toContain('没有权限');
		expect(sandbox().deliveries).toHaveLength(9);
		const retried = await send(30, { retry: failed.run });
		expect(retried.error).toBeUndefined();
		expect(retried.items).toHaveLength(30);
		expectEachOnce(30);
	});

	it('sends again what is of unknown fate, since a person has asked for it', async () => {
		misbehave({ kind: 'cut', when: 'before' }, { after: 2 });
		const failed = await send(5, {}, { requestsAtOnce: 1 });
		expect(failed.error?.message).toContain('It may have been sent');
		const retried = await send(5, { retry: failed.run });
		expect(retried.error).toBeUndefined();
		expectEachOnce(5);
	});

	it('sends an item again that was changed meanwhile', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 2 });
		const failed = await send(3, {}, { requestsAtOnce: 1 });
		const [stack] = failed.run.data.executionData!.nodeExecutionStack;
		stack!.data.main![0]![0]!.json.content = 'Changed';
		await send(3, { retry: failed.run });
		expect([...accepted().keys()].sort()).toEqual(['Changed', 'Mail 0', 'Mail 1', 'Mail 2']);
	});

	it('keeps nothing of an execution that went well', async () => {
		const { run } = await send(5);
		expect(JSON.stringify(run.data.executionData?.contextData ?? {})).not.toContain('Mail 0');
	});
});

describe('a node that runs several times in one execution', () => {
	it('sends each time', async () => {
		const { error } = await send(5, { runs: 2 });
		expect(error).toBeUndefined();
		expect([...accepted().values()]).toEqual([2, 2, 2, 2, 2]);
	});

	it('does not take one run for the other when it is tried again', async () => {
		misbehave({ kind: 'status', status: 403, body: { message: '没有权限' } }, { after: 8 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const { error } = await send(5, { runs: 2, settings }, { requestsAtOnce: 1 });
		expect(error).toBeUndefined();
		expect([...accepted().values()]).toEqual([2, 2, 2, 2, 2]);
	});
});

describe('a node that runs once for all items', () => {
	it('sends one', async () => {
		const result = await send(3, { settings: { executeOnce: true } });
		expect(result.error).toBeUndefined();
		expectEachOnce(1);
	});
});

describe('an unfit item', () => {
	const unfit: Array<[unknown, unknown, string]> = [
		['', 'text', "'Recipient' must not be empty"],
		['abc', 'text', "'Recipient' must be a positive whole number"],
		['-5', 'text', "'Recipient' must be a positive whole number"],
		['1.5', 'text', "'Recipient' must be a positive whole number"],
		['9007199254740993', 'text', "'Recipient' is too large a number to be sent exactly"],
		[{ id: 1 }, 'text', "'Recipient' must be an ID"],
		[20481, '', "'Content' must not be empty"],
		[20481, 'x'.repeat(50_001), "'Content' must have at most 50000 characters, but has 50001"],
		[20481, ['a'], "'Content' must be text"],
		[20481, { a: 1 }, "'Content' must be text"],
		[20481, 'half \ud800', "'Content' contains half of a character"],
	];

	it.each(unfit)('is told before anything is sent: number %#', async (to, content, told) => {
		const items = [mails(1)[0]!, { to, content }, mails(3)[2]!] as NodeRun['items'];
		const result = await send(0, { items, onError: 'continueErrorOutput' });
		expect(result.requests).toHaveLength(2);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0]!.json.error).toContain(told);
		expect(result.errorItems[0]!.pairedItem).toEqual({ item: 1 });
	});
});
