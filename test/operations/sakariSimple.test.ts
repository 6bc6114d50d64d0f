import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/Sakari/resources';
import { simpleEvent } from '../../nodes/Sakari/simple';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items, error } = await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource, operation, ...parameters },
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
const id = expect.stringMatching(/^[\da-f]{24}$/) as string;

const contact = {
	...{ id, firstName: 'Ada', lastName: 'Ngo', phoneNumber: '+12025550110', email: 'ada@customer.example' },
	...{ tags: 'vip', createdAt: time },
};

const conversation = {
	...{ id, contactId: id, contactName: 'Ada Ngo', contactNumber: '+12025550110', senderNumber: '+12025550199' },
	...{ groupName: 'Front desk', isClosed: false, lastMessage: 'Message 226 of Ada', lastMessageAt: time },
};

const template = {
	...{ id, name: 'Way to us', type: 'SMS', template: 'Here is the map.', createdAt: time, updatedAt: time },
	mediaUrls: 'https://files.example.com/map.png',
};

const campaign = {
	...{ id, name: 'Reminder', description: 'Every evening', template: 'Hi {{{contact.firstName}}}' },
	...{ start: 'Scheduled', tags: 'vip', paused: true, updatedAt: time },
};

const list = { returnAll: false, limit: 2 };
const contactId = '65f0c0ffee0000000000d001';
const conversationId = '65f0c0ffee0000000000e001';
const templateId = '65f0c0ffee00000000008002';
const campaignId = '65f0c0ffee00000000009001';
const phoneNumber = '+12025550110';

describe('Simplify of Sakari', () => {
	it.each<[string, string, INodeParameters, IDataObject]>([
		['contact', 'get', { contactId }, contact],
		['contact', 'getMany', list, contact],
		['contact', 'update', { contactId, updateFields: { firstName: 'Eda' } }, { ...contact, firstName: 'Eda' }],
		['contact', 'upsert', { phoneNumber, mergeStrategy: 'append' }, contact],
		['conversation', 'get', { conversationId }, conversation],
		['conversation', 'getMany', list, conversation],
		['conversation', 'close', { conversationId }, { ...conversation, isClosed: true }],
		['template', 'get', { templateId }, template],
		['template', 'update', { templateId, updateFields: { name: 'Map' } }, { ...template, name: 'Map' }],
		['campaign', 'get', { campaignId }, { ...campaign, lastStatus: 'Complete' }],
		['campaign', 'getMany', list, { ...campaign, lastStatus: 'Complete' }],
		['campaign', 'update', { campaignId, updateFields: { name: 'New' } }, { ...campaign, name: 'New' }],
	])('gives a %s of "%s" as at most ten fields without levels', async (resource, operation, parameters, simple) => {
		const [first] = await run(resource, operation, parameters);
		expect(first).toEqual(simple);
		expect(Object.keys(simple).length).toBeLessThanOrEqual(10);
	});

	it('gives new records in the same form', async () => {
		const [made] = await run('contact', 'create', { phoneNumber: '+12025550170' });
		expect(made).toEqual({ id, phoneNumber: '+12025550170', createdAt: time });
		const text = { name: 'Sale', template: '20% off' };
		const [saved] = await run('template', 'create', { ...text, templateType: 'SMS' });
		expect(saved).toEqual({ id, type: 'SMS', ...text, createdAt: time, updatedAt: time });
		const [planned] = await run('campaign', 'create', { ...text, trigger: 'M' });
		expect(planned).toEqual({ id, ...text, start: 'Manual', paused: false, updatedAt: time });
	});

	it('gives the message that was sent', async () => {
		const [sent] = await run('message', 'send', { phoneNumber, template: 'Hi' });
		expect(sent).toEqual({
			...{ provider: 'sakari', id, threadId: conversationId, direction: 'outbound', text: 'Hi' },
			...{ from: { address: '+12025550199' }, to: [{ id, name: 'Ada Ngo', address: phoneNumber }] },
			...{ status: 'validated', createdAt: time, jobId: id, requested: 1, valid: 1 },
		});
	});

	it('tells who was refused among several', async () => {
		const contactIds = `${contactId}, nobody, 65f0c0ffee0000000000d002`;
		const [sent] = await run('message', 'send', { sendTo: 'contacts', contactIds, template: 'Hi' });
		expect(sent).toEqual({
			...{ provider: 'sakari', direction: 'outbound', jobId: id, requested: 3, valid: 2 },
			to: [expect.objectContaining({ name: 'Ada Ngo' }), expect.objectContaining({ name: 'Ben Okafor' })],
			messageIds: [id, id],
			refused: ['nobody: Invalid mobile number (CONT-001)'],
		});
	});

	it('says so when a filter chose nobody', async () => {
		const [sent] = await run('message', 'send', { sendTo: 'filter', tags: 'none', template: 'Hi' });
		expect(sent).toEqual({ provider: 'sakari', direction: 'outbound', jobId: id, requested: 0, valid: 0 });
	});

	const nonsense: unknown[] = [null, 0, '', 'text', [], [null, 'x', {}], {}, { at: {} }, true];

	it('takes whatever records come', () => {
		const fields = ['contact', 'conversation', 'created', 'error', 'filters', 'group', 'invalid', 'lastJob', 'lastMessage']
			.concat(['list', 'media', 'messages', 'mobile', 'phoneNumber', 'tags', 'trigger', 'updated']);
		const simples = resources.flatMap(({ operations }) => operations.flatMap(({ simple }) => simple ?? []));
		expect(new Set(simples).size).toBe(6);
		const happened = ['message-received', 'conversation-started', 'contact-created', 'list-opt-in'];
		const tried = [
			...new Set(simples),
			...happened.map((eventType) => (payload: IDataObject) => simpleEvent({ eventType, payload })),
		];
		for (const simple of tried) {
			expect(simple({}, {})).toEqual(expect.any(Object));
			for (const field of fields) {
				for (const value of nonsense) {
					const record = { [field]: value, messages: [{ [field]: value }] } as IDataObject;
					expect(Object.values(simple(record, {}))).not.toContain('[object Object]');
					simple({ [field]: value } as IDataObject, {});
				}
			}
		}
	});
});
