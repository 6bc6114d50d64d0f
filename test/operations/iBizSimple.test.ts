import type { IDataObject } from 'n8n-workflow';

import { simpleAttachment, simpleFollower, simpleMessage, simpleThread } from '../../nodes/IBiz/simple';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const record = '5e05d8448f8461dada9b0000';
const message = '7a11c0de8f8461dada9b0000';

const one = async (parameters: IDataObject) => {
	const { items, error } = await runNode({
		sandbox: sandbox(),
		node: 'iBiz',
		parameters: parameters as never,
		files: [{ data: { name: 'offer.txt', content: Buffer.from('offer') } }],
	});
	expect(error).toBeUndefined();
	return items[0]!.json;
};

describe('What iBiz gives', () => {
	it.each([
		['mailThread', 'create', { threadId: 'new' }, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'upsert', { threadId: 'new' }, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'get', { threadId: record }, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'getDraft', { threadId: 'new' }, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'getMany', {}, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'update', { threadId: record }, 'message_has_error', 'hasDeliveryError'],
		['mailThread', 'postMessage', { model: 'crm_lead', recordId: record, body: 'b' }, 'res_id', 'threadId'],
		['message', 'get', { messageId: message }, 'author_id', 'from'],
		['message', 'getMany', {}, 'author_id', 'from'],
		['message', 'reply', { messageId: message, body: 'b' }, 'parent_id', 'threadId'],
		['follower', 'add', { model: 'crm_lead', recordId: record, contactId: 'c' }, 'partner_id', 'contactId'],
		['follower', 'getMany', { recordId: record }, 'partner_id', 'contactId'],
		['attachment', 'getMany', { recordId: record }, 'res_id', 'recordId'],
		['attachment', 'upload', { model: 'crm_lead', recordId: record }, 'res_id', 'recordId'],
	])('%s %s is simplified unless that is switched off', async (resource, operation, more, own, common) => {
		const parameters = { resource, operation, ...more };
		const simple = await one(parameters);
		expect(simple).toHaveProperty(common);
		expect(simple).not.toHaveProperty(own);
		const isMessage = simple.provider === 'iBiz';
		expect(Object.keys(simple).length).toBeLessThanOrEqual(isMessage ? 13 : 10);
		if (!isMessage) for (const value of Object.values(simple)) expect(typeof value).not.toBe('object');
		const raw = await one({ ...parameters, threadId: 'other', ...more, ...again(operation), simplify: false });
		expect(raw).toHaveProperty(own);
		expect(raw).not.toHaveProperty(common);
	});

	it.each([simpleMessage, simpleThread, simpleFollower, simpleAttachment])(
		'is simplified whatever comes: %p',
		(simple) => {
			const odd = { id: null, body: null, type: '50', create_date: 'yesterday', has_message: null };
			for (const given of [{}, odd]) expect(typeof simple(given)).toBe('object');
			expect(simple(odd)).not.toHaveProperty('createdAt');
		},
	);

	it('tells senders by their address, with and without a name', () => {
		const from = (email_from: string) => simpleMessage({ id: '1', email_from }).from;
		expect(from('"Li Na" <li.na@example.com>')).toEqual({ address: 'li.na@example.com' });
		expect(from('li.na@example.com')).toEqual({ address: 'li.na@example.com' });
	});
});

/** What differs when the same is done once more. */
const again = (operation: string): IDataObject => (operation === 'create' ? { threadId: 'newer' } : {});
