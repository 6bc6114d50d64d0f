import type { IDataObject } from 'n8n-workflow';

import type { NodeRun } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const numberOf = (index: number) => `+1302${String(5_550_000 + index)}`;
const optedOut = '+12025550102';

const text = async (items: IDataObject[], more: Partial<NodeRun> = {}, options = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: {
			resource: 'message',
			operation: 'send',
			sendTo: 'phoneNumber',
			phoneNumber: '={{ $json.phone }}',
			contactFields: { firstName: '={{ $json.name }}' },
			template: '={{ $json.text }}',
			requestOptions: options,
		},
		items,
		...more,
	});

const mail = async (items: IDataObject[], more: Partial<NodeRun> = {}, options = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'smtpCom',
		parameters: {
			resource: 'message',
			operation: 'send',
			channel: 'transactional',
			fromEmail: 'billing@acme.example',
			to: '={{ $json.to }}',
			subject: 'Reminder',
			emailFormat: 'text',
			text: '={{ $json.text ?? "Please pay" }}',
			requestOptions: options,
		},
		items,
		...more,
	});

const post = async (items: IDataObject[], more: Partial<NodeRun> = {}, options = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: {
			resource: 'mailThread',
			operation: 'postMessage',
			model: 'crm_lead',
			recordId: '={{ $json.record }}',
			body: '={{ $json.body }}',
			requestOptions: options,
		},
		items,
		...more,
	});

const count = (number: number) => Array.from({ length: number }, (_, index) => index);
const people = (number: number) =>
	count(number).map((index) => ({ phone: numberOf(index), name: `N${index}`, text: 'Hi' }));
const addresses = (number: number) =>
	count(number).map((index) => ({ to: `Person ${index} <p${index}@email.com>` }));
const keyOf = (index: number) => `5e05d8448f8461dada9b${index.toString(16).padStart(4, '0')}`;

const sends = (result: Awaited<ReturnType<typeof text>>) =>
	result.requests.filter(({ endpoint }) => /messages|message_post/.test(endpoint ?? ''));

const expectDeliveredOnce = (number: number) => {
	const to = sandbox().deliveries.map((delivery) => `${delivery.to} ${delivery.text}`);
	expect(to).toHaveLength(number);
	expect(new Set(to).size).toBe(number);
};

const expectOwnLinks = (result: Awaited<ReturnType<typeof text>>, number: number) =>
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		count(number).map((item) => ({ item })),
	);

describe('1,000 items that differ only in the recipient', () => {
	it('take 10 requests at Sakari, each with its own message', async () => {
		const result = await text(people(1000));
		expect(result.error).toBeUndefined();
		expect(sends(result)).toHaveLength(10);
		expectDeliveredOnce(1000);
		expectOwnLinks(result, 1000);
		for (const [index, { json }] of result.items.entries()) {
			expect(json).toMatchObject({ valid: 1, to: [{ address: numberOf(index), name: `N${index}` }] });
		}
	});

	it('take 10 requests at SMTP.com, each with a mail of its own', async () => {
		const result = await mail(addresses(1000));
		expect(result.error).toBeUndefined();
		expect(sends(result)).toHaveLength(10);
		expectDeliveredOnce(1000);
		expectOwnLinks(result, 1000);
		for (const { json } of result.items) expect(json).toHaveProperty('msg_id');
	});

	it('take 10 requests at iBiz, when that is asked for', async () => {
		const items = count(1000).map((index) => ({ record: keyOf(index), body: 'Hello' }));
		const result = await post(items, {}, { groupItems: true });
		expect(result.error).toBeUndefined();
		expect(sends(result)).toHaveLength(10);
		expectDeliveredOnce(1000);
		expectOwnLinks(result, 1000);
		expect(result.items.map(({ json }) => json.threadId)).toEqual(items.map(({ record }) => record));
	});
});

describe('items that are not joined', () => {
	it('take a request each when that is turned off, and at iBiz unless it is turned on', async () => {
		expect(sends(await text(people(5), {}, { groupItems: false }))).toHaveLength(5);
		expect(sends(await mail(addresses(5), {}, { groupItems: false }))).toHaveLength(5);
		const items = count(5).map((index) => ({ record: keyOf(index), body: 'Hello' }));
		expect(sends(await post(items))).toHaveLength(5);
	});

	it('differ in more than the recipient', async () => {
		const items = people(6).map((one, index) => ({ ...one, text: `Text ${index % 2}` }));
		const result = await text(items);
		expect(sends(result)).toHaveLength(2);
		expect(sandbox().deliveries.map(({ to, text: said }) => `${to} ${said}`).sort()).toEqual(
			items.map(({ phone, text: said }) => `${phone} ${said}`).sort(),
		);
		expectOwnLinks(result, 6);
	});

	it('have the same recipient: each message is sent', async () => {
		const twice = [...people(3), ...people(3)];
		const result = await text(twice);
		expect(sends(result)).toHaveLength(2);
		expect(sandbox().deliveries).toHaveLength(6);
		expectOwnLinks(result, 6);
	});

	it('have several recipients, copies or attachments', async () => {
		const items = [{ to: 'a@email.com, b@email.com' }, { to: 'c@email.com' }, { to: 'd@email.com' }];
		const result = await mail(items);
		expect(sends(result).map(({ body }) => (body as IDataObject).recipients)).toEqual([
			{ to: [{ address: 'a@email.com' }, { address: 'b@email.com' }] },
			{ bulk_list: [{ address: 'c@email.com' }, { address: 'd@email.com' }] },
		]);
	});
});

describe('a recipient that is refused', () => {
	it('fails alone where the provider says which', async () => {
		const items = people(20);
		items[7]!.phone = optedOut;
		const result = await text(items, { onError: 'continueErrorOutput' });
		expect(sends(result)).toHaveLength(1);
		expect(result.items).toHaveLength(19);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0]!.pairedItem).toEqual({ item: 7 });
		expect(result.errorItems[0]!.json).toMatchObject({
			error: 'Sakari refused the request: Contact has requested no further communication (CONT-010)',
			phone: optedOut,
		});
		expectDeliveredOnce(19);
	});

	const refuseBad = () =>
		sandbox().misbehave({
			provider: 'smtpCom',
			when: ({ body }) => JSON.stringify(body).includes('bad@email.com'),
			behaviour: {
				kind: 'status',
				status: 400,
				body: { status: 'fail', data: { recipients: 'address is not accepted' } },
			},
		});

	const withBad = (number: number, ...bad: number[]) =>
		addresses(number).map((one, index) => (bad.includes(index) ? { to: 'bad@email.com' } : one));

	it('fails alone where the provider refuses the whole request', async () => {
		refuseBad();
		const result = await mail(withBad(40, 13), { onError: 'continueErrorOutput' });
		expect(result.items).toHaveLength(39);
		expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 13 }]);
		expect(result.errorItems[0]!.json.error).toBe(
			'SMTP.com refused the request: recipients: address is not accepted',
		);
		expect(sends(result).length).toBeLessThanOrEqual(13);
		expectDeliveredOnce(39);
	});

	it('leaves few uncertain of those that are sent again in smaller requests', async () => {
		refuseBad();
		sandbox().misbehave({ provider: 'smtpCom', after: 1, times: 1, behaviour: { kind: 'cut', when: 'after' } });
		const result = await mail(withBad(100, 99), { onError: 'continueErrorOutput' });
		expect(result.errorItems).toHaveLength(21);
	});

	it('does not hold up those that are sent again: they go out at once', async () => {
		refuseBad();
		sandbox().misbehave({ provider: 'smtpCom', behaviour: { kind: 'late', milliseconds: 100 } });
		const result = await mail(withBad(100, 99), { onError: 'continueErrorOutput' });
		expect(result.items).toHaveLength(99);
		expect(sandbox().mostAtOnce('smtpCom')).toBeGreaterThanOrEqual(5);
		expect(sandbox().mostAtOnce('smtpCom')).toBeLessThanOrEqual(10);
	});

	it('ends the node where it is found', async () => {
		refuseBad();
		const result = await mail(withBad(40, 13), {}, { requestsAtOnce: 1 });
		expect(result.error?.message).toContain('address is not accepted');
		expect(result.error?.description).toContain('13 of 40 items were accepted');
		expectDeliveredOnce(13);
	});

	it('fails alone at iBiz, which takes all records of a request or none', async () => {
		const items = count(10).map((index) => ({ record: keyOf(index), body: 'Hello' }));
		items[4] = { record: 'no-such-record', body: 'Hello' };
		const more = { onError: 'continueErrorOutput' as const };
		const result = await post(items, more, { groupItems: true });
		expect(result.items).toHaveLength(9);
		expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 4 }]);
		expectDeliveredOnce(9);
	});

	it('does not make a refused log-in be tried in halves', async () => {
		const credentials = { apiKey: 'wrong', authenticationMethod: 'header', baseUrl: sandbox().baseUrl('smtpCom') };
		const result = await mail(addresses(50), { credentials, onError: 'continueErrorOutput' });
		expect(result.errorItems).toHaveLength(50);
		// n8n itself repeats a request once that is answered with 401
		expect(result.requests.length).toBeLessThanOrEqual(2);
	});
});

describe('a joined request of unknown fate', () => {
	it('makes each of its items uncertain, and is not repeated', async () => {
		sandbox().misbehave({ provider: 'smtpCom', times: 1, behaviour: { kind: 'cut', when: 'after' } });
		const result = await mail(addresses(10), { onError: 'continueErrorOutput' });
		expect(result.requests).toHaveLength(1);
		expect(result.errorItems).toHaveLength(10);
		for (const { json } of result.errorItems) {
			expect(json.error).toBe('SMTP.com did not confirm the request. It may have been sent');
		}
	});

	it('leaves uncertain a recipient that the answer does not name', async () => {
		const result = await text(people(3), { onError: 'continueErrorOutput' });
		expect(result.items).toHaveLength(3);
		sandbox().misbehave({
			provider: 'sakari',
			operationId: 'message.send',
			behaviour: {
				kind: 'status',
				status: 200,
				body: {
					success: true,
					data: {
						requested: 2,
						valid: 2,
						invalid: [],
						messages: [{ id: 'm', contact: { mobile: { number: numberOf(0) } } }],
					},
				},
			},
		});
		const unnamed = await text(people(2), { onError: 'continueErrorOutput' });
		expect(unnamed.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(unnamed.errorItems[0]!.json.error).toContain('did not confirm the request');
	});
});

describe('Retry On Fail', () => {
	it('sends again only what was not accepted of a joined request', async () => {
		const items = people(20);
		items[7]!.phone = optedOut;
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const result = await text(items, { settings });
		expect(result.error?.message).toContain('CONT-010');
		expectDeliveredOnce(19);
		expect(sends(result).map(({ body }) => ((body as IDataObject).contacts as []).length)).toEqual([
			20, 1, 1,
		]);
	});
});

describe('changes of iBiz threads', () => {
	it('go out together, each with its own answer', async () => {
		const change = async (operation: string, items: IDataObject[], fields: string) =>
			await runNode({
				sandbox: sandbox(),
				node: 'iBiz',
				parameters: {
					resource: 'mailThread',
					operation,
					threadId: '={{ $json.id }}',
					[fields]: { name: '={{ $json.name }}' },
					requestOptions: { groupItems: true },
				},
				items,
			});
		const named = (name: string) => count(5).map((index) => ({ id: `new-${index}`, name: `${name} ${index}` }));
		const created = await change('create', named('First'), 'additionalFields');
		expect(created.error).toBeUndefined();
		const updated = await change('update', named('Second'), 'updateFields');
		expect(updated.error).toBeUndefined();
		const paths = updated.requests.map(({ method, path }) => `${method} ${path}`);
		expect(paths.at(-1)).toBe('PUT /mail_threads/new-0;new-1;new-2;new-3;new-4');
		expect(updated.items.map(({ json }) => json.name)).toEqual(named('Second').map(({ name }) => name));
	});
});
