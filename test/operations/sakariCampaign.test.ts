import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { provesOperation, useSandbox } from '../support';
import { recordsOf } from './sakari';

const sandbox = useSandbox();

const id = (index: number) => `65f0c0ffee0000000000900${index}`;
const { list, one, path, run, stored, proves } = recordsOf(sandbox, 'campaign', id);

const campaign = { node: 'sakari', resource: 'campaign' } as const;
const text = 'Hi {{{contact.firstName}}}';

const noAccess = {
	kind: 'status',
	status: 403,
	body: { success: false, error: { code: 'ACCT-016', message: 'Insufficient access' } },
} as const;

provesOperation(sandbox, {
	...campaign,
	operation: 'create',
	endpoint: `POST ${list}`,
	parameters: {
		name: '={{ $json.name }}',
		template: text,
		trigger: 'S',
		additionalFields: {
			contactIds: '65f0c0ffee0000000000d001, 65f0c0ffee0000000000d002',
			reportWhen: 'NoReport',
			tags: '={{ $json.tags }}',
		},
	},
	item: (index) => ({ name: `Welcome ${index}`, tags: ['vip', 'newsletter'] }),
	bad: { name: 'Welcome', tags: 'vip' },
	refusal: noAccess,
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({});
		expect(body).toEqual({
			name: json.name,
			template: text,
			trigger: { code: 'S' },
			filters: {
				contacts: ['65f0c0ffee0000000000d001', '65f0c0ffee0000000000d002'],
				tags: ['vip', 'newsletter'],
			},
			reporting: { when: 'NoReport' },
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({
			id: expect.any(String),
			name: json.name,
			start: 'Scheduled',
		});
	},
});

proves('get');

provesOperation(sandbox, {
	...campaign,
	operation: 'getMany',
	endpoint: `GET ${list}`,
	parameters: { returnAll: true, filters: { name: '={{ $json.part }}' } },
	item: (index) => ({ part: ['remind', 'SALE', 'party'][index]! }),
	bad: { part: 'remind' },
	refusal: noAccess,
	sent({ path: sentTo, query }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({ offset: '0', limit: '100', name: json.part });
	},
	given(items, json) {
		const number = ['remind', 'SALE', 'party'].indexOf(String(json.part)) + 1;
		expect(items.map((item) => item.json.id)).toEqual([id(number)]);
	},
});

provesOperation(sandbox, {
	...campaign,
	operation: 'update',
	endpoint: `PUT ${one}`,
	parameters: {
		campaignId: '={{ $json.id }}',
		updateFields: {
			contactIds: '65f0c0ffee0000000000d001',
			template: text,
			name: '={{ $json.name }}',
			reportWhen: 'NoReport',
			trigger: 'FU',
			tags: 'newsletter',
		},
	},
	item: (index) => ({ id: id(index + 1), name: `Welcome ${index}` }),
	bad: { id: 'nothing', name: 'Welcome' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(`${path}/${String(json.id)}`);
		expect(query).toEqual({});
		expect(body).toMatchObject({
			name: json.name,
			template: text,
			trigger: { code: 'FU' },
			filters: { contacts: ['65f0c0ffee0000000000d001'], tags: ['newsletter'] },
			reporting: { when: 'NoReport' },
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, name: json.name });
	},
});

proves('delete');

describe('sakari campaign', () => {
	it('can be read back, and is gone once it is deleted', async () => {
		const { items, requests } = await run('create', { name: 'Welcome', template: text });
		expect(requests.at(-1)!.body).toEqual({
			name: 'Welcome',
			template: text,
			trigger: { code: 'M' },
		});
		const campaignId = items[0]!.json.id as string;
		expect(await stored(campaignId)).toEqual(items[0]!.json);
		await run('delete', { campaignId });
		expect(await stored(campaignId)).toBeUndefined();
	});

	const update = async (updateFields: INodeParameters) =>
		await run('update', { campaignId: id(1), updateFields });

	it('keeps whom it goes to, when, and whether it is paused, when its text changes', async () => {
		const before = (await stored(id(1)))!;
		const { requests } = await update({ template: text });
		const { id: _, created, updated, lastJob, ...rest } = before;
		expect(lastJob).toBeDefined();
		expect(requests.at(-1)!.body).toEqual({ ...rest, template: text });
		const { updated: changedAt, ...after } = (await stored(id(1)))!;
		expect(after).toEqual({ id: id(1), ...rest, template: text, created });
		expect(changedAt).not.toEqual(updated);
	});

	it('keeps its tags when contacts are named', async () => {
		await update({ contactIds: '65f0c0ffee0000000000d001' });
		const { filters } = (await stored(id(1))) as { filters: IDataObject };
		expect(filters).toEqual({
			contacts: ['65f0c0ffee0000000000d001'],
			tags: [{ tag: 'vip', visible: true }],
		});
	});

	it.each([
		['create', { name: ' ', template: text }, "'Name' must not be empty"],
		['create', { name: 'A', template: ' ' }, "'Message' must not be empty"],
		['create', { name: 'A', template: text, trigger: 'X' }, "'Start' must be one of"],
		['update', { campaignId: id(1), updateFields: {} }, "'Update Fields' must have"],
	])('%s with %j sends nothing', async (operation, parameters, told) => {
		const { error, requests } = await run(operation, parameters);
		expect(error?.message).toContain(told);
		expect(requests).toHaveLength(0);
	});
});
