import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../sandbox/types';
import { provesOperation, useSandbox } from '../support';
import { recordsOf } from './sakari';

const sandbox = useSandbox();

const contactId = (index: number) => `65f0c0ffee0000000000d00${index}`;
const { list, one, path, run, stored, proves } = recordsOf(sandbox, 'contact', contactId);

const contact = { node: 'sakari', resource: 'contact' } as const;

const details: INodeParameters = {
	attributes: { attribute: [{ name: 'city', value: '={{ $json.city }}' }] },
	country: 'us',
	email: 'grace@customer.example',
	firstName: '={{ $json.name }}',
	lastName: 'Ngo',
	tags: 'vip, autumn sale',
};

const detailsSent = ({ name, city }: IDataObject, number: string) => ({
	mobile: { number, country: 'US' },
	firstName: name,
	lastName: 'Ngo',
	email: 'grace@customer.example',
	attributes: { city },
	tags: [{ tag: 'vip' }, { tag: 'autumn sale' }],
});

provesOperation(sandbox, {
	...contact,
	operation: 'create',
	endpoint: `POST ${list}`,
	parameters: { phoneNumber: '={{ $json.phone }}', additionalFields: details },
	item: (index) => ({ phone: `+1 202-555-016${index}`, name: `Grace ${index}`, city: 'Austin' }),
	bad: { phone: '+12025550', name: 'Nobody', city: 'Austin' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({});
		expect(body).toEqual(detailsSent(json, String(json.phone).replace(/[ -]/g, '')));
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: expect.any(String), firstName: json.name });
	},
});

provesOperation(sandbox, {
	...contact,
	operation: 'upsert',
	endpoint: `POST ${list}`,
	parameters: {
		phoneNumber: '={{ $json.phone }}',
		mergeStrategy: '={{ $json.merge }}',
		additionalFields: { firstName: '={{ $json.name }}' },
	},
	item: (index) => ({
		phone: `+1202555011${index}`,
		name: `Grace ${index}`,
		merge: ['append', 'core', 'remove'][index]!,
	}),
	bad: { phone: '+12025550', name: 'Nobody', merge: 'append' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({ mergeStrategy: json.merge });
		expect(body).toEqual({ mobile: { number: json.phone }, firstName: json.name });
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		const isReplaced = json.merge === 'remove';
		expect(items[0]!.json).toMatchObject({
			id: contactId(Number(String(json.phone).slice(-1)) + 1),
			firstName: json.name,
			phoneNumber: json.phone,
		});
		for (const kept of ['email', 'tags']) expect(kept in items[0]!.json).toBe(!isReplaced);
	},
});

proves('get');

provesOperation(sandbox, {
	...contact,
	operation: 'getMany',
	endpoint: `GET ${list}`,
	parameters: {
		returnAll: false,
		limit: 2,
		filters: {
			email: 'customer',
			firstName: '={{ $json.first }}',
			lastName: '={{ $json.last }}',
			mobile: '202555',
			tags: 'vip, newsletter',
		},
	},
	item: (index) => ({ first: ['ad', 'E', 'cle'][index]!, last: ['N', 'i', 'MARSH'][index]! }),
	bad: { first: 'Ada', last: 'Ngo' },
	refusal: {
		kind: 'status',
		status: 400,
		body: { success: false, error: { code: 'CONT-001', message: 'Invalid mobile number' } },
	},
	sent({ path: sentTo, query }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({
			offset: '0',
			limit: '2',
			email: 'customer',
			firstName: json.first,
			lastName: json.last,
			mobile: '202555',
			tags: 'vip,newsletter',
		});
	},
	given(items, json) {
		const names: Record<string, string> = { ad: 'Ada', E: 'Eve', cle: 'Cleo' };
		expect(items.map((item) => item.json.firstName)).toEqual([names[String(json.first)]]);
	},
});

provesOperation(sandbox, {
	...contact,
	operation: 'update',
	endpoint: `PUT ${one}`,
	parameters: { contactId: '={{ $json.id }}', updateFields: details },
	item: (index) => ({ id: contactId(index + 1), name: `Grace ${index}`, city: 'Reno' }),
	bad: { id: 'nobody', name: 'Nobody', city: 'Reno' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(`${path}/${String(json.id)}`);
		expect(query).toEqual({});
		const number = `+1202555011${Number(String(json.id).slice(-1)) - 1}`;
		const { mobile, ...named } = detailsSent(json, number);
		expect(body).toMatchObject(named);
		expect(body).toMatchObject({ mobile: { ...mobile, valid: true, lineType: 'mobile' } });
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, firstName: json.name });
	},
});

proves('delete');

const bodies = (requests: RecordedRequest[], method: string) =>
	requests.filter((request) => request.method === method).map(({ body }) => body);

describe('sakari contact', () => {
	it('can be read back, listed and texted once it is created', async () => {
		const phoneNumber = '+12025550170';
		const created = await run('create', { phoneNumber });
		const id = created.items[0]!.json.id as string;
		expect(await stored(id)).toEqual(created.items[0]!.json);
		const { items } = await run('getMany', { returnAll: true, filters: { mobile: '0170' } });
		expect(items.map(({ json }) => json.id)).toEqual([id]);
		const sent = { resource: 'message', sendTo: 'contacts', contactIds: id, template: 'Hello' };
		await run('send', sent);
		expect(sandbox().deliveries.map(({ to }) => to)).toEqual([phoneNumber]);
	});

	it('is gone once it is deleted', async () => {
		await run('delete', { contactId: contactId(1) });
		expect(await stored(contactId(1))).toBeUndefined();
		const { error } = await run('delete', { contactId: contactId(1) });
		expect(error?.message).toBe('Sakari refused the request: Contact not found (CONT-404)');
	});

	it('adds to a contact that exists', async () => {
		const additionalFields = { tags: 'autumn', attributes: { attribute: [{ name: 'size', value: 'M' }] } };
		await run('upsert', { phoneNumber: '+12025550110', additionalFields });
		expect(await stored(contactId(1))).toMatchObject({
			firstName: 'Ada',
			attributes: { city: 'Austin', size: 'M' },
			tags: [{ tag: 'vip' }, { tag: 'autumn' }],
		});
	});
});

describe('sakari contact.update', () => {
	const update = async (updateFields: INodeParameters) =>
		await run('update', { contactId: contactId(1), updateFields });

	it('leaves everything else as it is, although Sakari replaces the whole contact', async () => {
		const before = await stored(contactId(1));
		const attributes = { attribute: [{ name: 'size', value: 'M' }] };
		const { error } = await update({ firstName: 'Grace', attributes });
		expect(error).toBeUndefined();
		expect(await stored(contactId(1))).toEqual({
			...before,
			firstName: 'Grace',
			attributes: { city: 'Austin', size: 'M' },
			updated: expect.any(Object),
		});
		expect(before).toMatchObject({ lists: [{ name: 'Newsletter' }], optIn: expect.any(String) });
	});

	it('keeps the number where only the country changes', async () => {
		await update({ country: 'CA' });
		expect(await stored(contactId(1))).toMatchObject({
			mobile: { number: '+12025550110', country: 'CA', valid: true },
		});
	});

	it('takes over nothing that Sakari knew of the old number', async () => {
		const { requests } = await update({ phoneNumber: '+44 7700 900123' });
		expect(bodies(requests, 'PUT')).toMatchObject([{ firstName: 'Ada' }]);
		expect((bodies(requests, 'PUT')[0] as IDataObject).mobile).toEqual({ number: '+447700900123' });
	});

	it('is told as a mistake where nothing is to change', async () => {
		const { error, requests } = await update({});
		expect(error?.message).toBe("'Update Fields' must have at least one field");
		expect(requests).toHaveLength(0);
	});

	it('changes nothing where Sakari does not give the contact', async () => {
		const behaviour = { kind: 'status', status: 200, body: { success: true } } as const;
		sandbox().misbehave({ operationId: 'contact.get', behaviour });
		const { error, requests } = await update({ firstName: 'Grace' });
		expect(error?.message).toContain('Sakari did not give the record');
		expect(bodies(requests, 'PUT')).toEqual([]);
	});

	it('reads again after a failure, and does not change again', async () => {
		sandbox().misbehave({ operationId: 'contact.get', times: 1, behaviour: { kind: 'html', status: 502 } });
		expect((await update({ firstName: 'Grace' })).error).toBeUndefined();
		sandbox().misbehave({ operationId: 'contact.update', behaviour: { kind: 'cut', when: 'after' } });
		const { error, requests } = await update({ firstName: 'Heidi' });
		expect(bodies(requests, 'PUT')).toHaveLength(1);
		expect(error?.message).toContain('It may have been carried out');
		expect(error?.description).toContain('Contact: Get');
	});
});
