import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../sandbox/types';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const phoneNumber = '+12025550200';
const contactId = '65f0c0ffee0000000000d001';

const sentBy = ([item]: INodeExecutionData[]) => item!.json as { messages: Array<{ id: string }> };

const run = async (parameters: INodeParameters, items?: IDataObject[]) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource: 'message', simplify: false, ...parameters },
		items,
	});

const sendOne = async (parameters: INodeParameters, items?: IDataObject[]) =>
	await run({ operation: 'send', template: 'Hello', ...parameters }, items);

const sends = (requests: RecordedRequest[]) =>
	requests.filter(({ operationId }) => operationId === 'message.send');

describe('sakari message.send', () => {
	it('gives placeholders what is known of the recipient', async () => {
		const result = await sendOne({
			phoneNumber,
			template: 'Hi {{{firstName}}} {{ lastName }} of {{{contact.city}}}, {{{email}}}',
			contactFields: {
				attributes: { attribute: [{ name: 'city', value: 'Austin' }] },
				country: 'us',
				email: 'ada@customer.example',
				firstName: 'Ada',
				lastName: 'Ngo',
				tags: 'vip, newsletter',
			},
		});
		expect(result.error).toBeUndefined();
		expect(sends(result.requests)[0]!.body).toMatchObject({
			contacts: [
				{
					mobile: { number: phoneNumber, country: 'US' },
					firstName: 'Ada',
					lastName: 'Ngo',
					email: 'ada@customer.example',
					attributes: { city: 'Austin' },
					tags: [{ tag: 'vip' }, { tag: 'newsletter' }],
				},
			],
		});
		expect(sandbox().deliveries.map(({ to, text }) => [to, text])).toEqual([
			[phoneNumber, 'Hi Ada Ngo of Austin, ada@customer.example'],
		]);
	});

	it('can be read back', async () => {
		const sent = await sendOne({ phoneNumber });
		const { id } = sentBy(sent.items).messages[0]!;
		const got = await run({ operation: 'get', messageId: id });
		expect(got.items[0]!.json).toMatchObject({ id, message: 'Hello', outgoing: true });
		const list = await run({ operation: 'getMany', returnAll: false, limit: 1 });
		expect(list.items[0]!.json.id).toBe(id);
	});

	it('sends a text without media as an MMS', async () => {
		const result = await sendOne({ phoneNumber, messageType: 'MMS' });
		expect(sends(result.requests)[0]!.body).toMatchObject({ type: 'MMS', template: 'Hello' });
		expect(sends(result.requests)[0]!.body).not.toHaveProperty('media');
	});

	const unfit: Array<[string, INodeParameters]> = [
		["'Phone Number' must not be empty", { phoneNumber: ' ' }],
		["'Phone Number' must be a phone number in international form", { phoneNumber: '2025550101' }],
		["'Contact IDs' must not be empty", { sendTo: 'contacts', contactIds: ' ' }],
		["'Contact IDs' must name at least one ID", { sendTo: 'contacts', contactIds: ' , ' }],
		["'Conversation IDs' must not be empty", { sendTo: 'conversations', conversationIds: ' ' }],
		["'Tags' must not be empty", { sendTo: 'filter', tags: ' ' }],
		["'Tags' must name at least one tag", { sendTo: 'filter', tags: ',' }],
		["'Send To' must be one of", { sendTo: 'everybody' }],
		["'Message' must not be empty", { phoneNumber, template: ' ' }],
		["'Message' and 'Media URLs'", { phoneNumber, messageType: 'MMS', template: ' ' }],
		[
			"'Media URLs' must be a web address",
			{ phoneNumber, messageType: 'MMS', mediaUrls: 'map.png' },
		],
		[
			"'Country' must be the two letters",
			{ phoneNumber, contactFields: { country: 'USA' } },
		],
		[
			"'Email' must be an e-mail address",
			{ phoneNumber, contactFields: { email: 'ada' } },
		],
	];

	it.each(unfit)('sends nothing where %s', async (told, parameters) => {
		const result = await sendOne(parameters);
		expect(result.error?.message).toContain(told);
		expect(result.requests).toHaveLength(0);
	});

	it('sends nothing where an expression has written an object into the text', async () => {
		const template = '=Dear {{ $json }}';
		const result = await sendOne({ phoneNumber, template }, [{ name: 'Ada' }]);
		expect(result.error?.message).toContain("'Message' contains [object Object]");
		expect(result.requests).toHaveLength(0);
	});

	it.each([
		['a fixed text', 'Hi \\{{{firstName}}}, from {{{contact.city}}}', 'Hi {{{firstName}}}, from {{{contact.city}}}'],
		['an expression', '=Hi \\{{{firstName}}} of {{ $json.shop }}', 'Hi {{{firstName}}} of Acme'],
		['an expression by itself', '=\\{{{ firstName }}}', '{{{ firstName }}}'],
	])('leaves placeholders to Sakari in %s', async (_, template, text) => {
		const result = await sendOne({ phoneNumber: '+12025550110', template }, [{ shop: 'Acme' }]);
		expect(sends(result.requests)[0]!.body).toMatchObject({ template: text });
		expect(sandbox().deliveries[0]!.text).toContain('Ada');
	});

	it('sends nothing where n8n takes a placeholder for an expression', async () => {
		const result = await sendOne({ phoneNumber, template: '=Hi {{{firstName}}}' });
		expect(result.error?.message).toContain('invalid syntax');
		expect(result.requests).toHaveLength(0);
	});

	it('sends braces that stand in the input as they are', async () => {
		const text = '{{{firstName}}} {{ $json.secret }} {"a":1} =1+1';
		const result = await sendOne({ phoneNumber, template: '={{ $json.text }}' }, [{ text }]);
		expect(sends(result.requests)[0]!.body).toMatchObject({ template: text });
	});

	const refused: Array<[string, INodeParameters, string]> = [
		[
			'an opt-out',
			{ phoneNumber: '+12025550102' },
			'Contact has requested no further communication (CONT-010)',
		],
		[
			'a landline',
			{ phoneNumber: '+12025550103' },
			'Number is a landline and can not accept messages (MSG-020)',
		],
		['a number that is none', { phoneNumber: '+12025550' }, 'Invalid mobile number (CONT-001)'],
		[
			'missing credit',
			{ phoneNumber: '+12025550106' },
			'Insufficient credit available (ACCT-006)',
		],
		[
			'an unknown conversation',
			{ sendTo: 'conversations', conversationIds: 'none' },
			'Invalid conversation id (CONV-001)',
		],
		[
			'several unknown contacts',
			{ sendTo: 'contacts', contactIds: 'nobody, none' },
			'Invalid mobile number (CONT-001)',
		],
	];

	it.each(refused)("tells Sakari's words about %s", async (_, parameters, words) => {
		const result = await sendOne(parameters);
		expect(result.error?.message).toBe(`Sakari refused the request: ${words}`);
		expect(sends(result.requests)).toHaveLength(1);
		expect(sandbox().deliveries).toHaveLength(0);
	});

	it('shows who was refused where others were accepted', async () => {
		const contactIds = `${contactId},nobody`;
		const result = await sendOne({ sendTo: 'contacts', contactIds });
		expect(result.error).toBeUndefined();
		expect(sentBy(result.items)).toMatchObject({
			requested: 2,
			valid: 1,
			invalid: [{ id: 'nobody', error: { code: 'CONT-001' } }],
		});
	});

	it('shows that a filter chose nobody', async () => {
		const result = await sendOne({ sendTo: 'filter', tags: 'no-such-tag' });
		expect(sentBy(result.items)).toMatchObject({ requested: 0, valid: 0, messages: [] });
	});

	it('tells a refusal that comes with status 200', async () => {
		const error = { code: 'ACCT-016', message: 'Insufficient access to this API' };
		const behaviour = { kind: 'status', status: 200, body: { success: false, error } } as const;
		sandbox().misbehave({ operationId: 'message.send', behaviour });
		const result = await sendOne({ phoneNumber });
		expect(result.error?.message).toBe(
			'Sakari refused the request: Insufficient access to this API (ACCT-016)',
		);
	});

	it('says that the message may have been sent where nobody knows', async () => {
		const behaviour = { kind: 'cut', when: 'after' } as const;
		sandbox().misbehave({ operationId: 'message.send', behaviour });
		const result = await sendOne({ phoneNumber });
		expect(result.error?.message).toContain('It may have been sent');
		expect(sandbox().deliveries).toHaveLength(1);
		expect(sends(result.requests)).toHaveLength(1);
	});
});

