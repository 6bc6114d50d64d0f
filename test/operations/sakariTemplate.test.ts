import { provesOperation, useSandbox } from '../support';
import { recordsOf } from './sakari';

const sandbox = useSandbox();

const id = (index: number) => `65f0c0ffee0000000000800${index}`;
const { list, one, path, run, stored, proves } = recordsOf(sandbox, 'template', id);

const template = { node: 'sakari', resource: 'template' } as const;
const text = 'Hi {{{firstName}}}, 你好';

provesOperation(sandbox, {
	...template,
	operation: 'create',
	endpoint: `POST ${list}`,
	parameters: {
		name: '={{ $json.name }}',
		template: text,
		templateType: 'SMS',
		additionalFields: { mediaUrls: 'https://files.example.com/a.png' },
	},
	item: (index) => ({ name: `Welcome ${index}` }),
	bad: { name: 'Welcome' },
	refusal: {
		kind: 'status',
		status: 400,
		body: { success: false, error: { code: 'ACCT-016', message: 'Insufficient access' } },
	},
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({});
		expect(body).toEqual({
			name: json.name,
			template: text,
			type: 'SMS',
			media: [{ url: 'https://files.example.com/a.png' }],
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: expect.any(String), name: json.name, template: text });
	},
});

proves('get');

provesOperation(sandbox, {
	...template,
	operation: 'getMany',
	endpoint: `GET ${list}`,
	parameters: { returnAll: true, filters: { name: '={{ $json.part }}' } },
	item: (index) => ({ part: ['remind', 'WAY', 'sale'][index]! }),
	bad: { part: 'remind' },
	refusal: {
		kind: 'status',
		status: 403,
		body: { success: false, error: { code: 'ACCT-016', message: 'Insufficient access' } },
	},
	sent({ path: sentTo, query }, json) {
		expect(sentTo).toBe(path);
		expect(query).toEqual({ offset: '0', limit: '100', name: json.part });
	},
	given(items, json) {
		const number = ['remind', 'WAY', 'sale'].indexOf(String(json.part)) + 1;
		expect(items.map((item) => item.json.id)).toEqual([id(number)]);
	},
});

provesOperation(sandbox, {
	...template,
	operation: 'update',
	endpoint: `PUT ${one}`,
	parameters: {
		templateId: '={{ $json.id }}',
		updateFields: {
			mediaUrls: 'https://files.example.com/b.png',
			template: text,
			name: '={{ $json.name }}',
			templateType: 'Web',
		},
	},
	item: (index) => ({ id: id(index + 1), name: `Welcome ${index}` }),
	bad: { id: 'nothing', name: 'Welcome' },
	sent({ path: sentTo, query, body }, json) {
		expect(sentTo).toBe(`${path}/${String(json.id)}`);
		expect(query).toEqual({});
		expect(body).toEqual({
			name: json.name,
			template: text,
			type: 'Web',
			media: [{ url: 'https://files.example.com/b.png' }],
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ id: json.id, name: json.name, type: 'Web' });
	},
});

proves('delete');

describe('sakari template', () => {
	it('can be read back and changed, and is gone once it is deleted', async () => {
		const created = await run('create', { name: 'Welcome', template: text });
		const templateId = created.items[0]!.json.id as string;
		expect(await stored(templateId)).toEqual(created.items[0]!.json);
		const { items } = await run('getMany', { returnAll: false, limit: 2 });
		expect(items.map(({ json }) => json.id)).toEqual([id(1), id(2)]);
		await run('delete', { templateId });
		expect(await stored(templateId)).toBeUndefined();
	});

	it('keeps its media and its type when its text changes', async () => {
		const before = await stored(id(2));
		await run('update', { templateId: id(2), updateFields: { template: text } });
		expect(await stored(id(2))).toEqual({
			...before,
			template: text,
			updated: expect.any(Object),
		});
		expect(before).toMatchObject({ media: [{ filename: 'map.png' }] });
	});

	it.each([
		['create', { name: ' ', template: text }, "'Name' must not be empty"],
		['create', { name: 'A', template: '\n' }, "'Message' must not be empty"],
		['create', { name: 'A', template: 'Dear [object Object]' }, "'Message' contains"],
		['update', { templateId: id(1), updateFields: {} }, "'Update Fields' must have"],
	])('%s with %j sends nothing', async (operation, parameters, told) => {
		const { error, requests } = await run(operation, parameters);
		expect(error?.message).toContain(told);
		expect(requests).toHaveLength(0);
	});
});
