import { openList, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const contacts = async (options?: Parameters<typeof openList>[3]) =>
	await openList(sandbox(), 'sakari', 'contacts', options);

const lists = () =>
	sandbox().requests.filter(({ endpoint }) => endpoint?.startsWith('GET') && endpoint.endsWith('/contacts'));

/** Contacts named Person 0, Person 1, … */
const addContacts = async (count: number) => {
	const { error } = await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: {
			resource: 'contact',
			operation: 'create',
			phoneNumber: '={{ $json.number }}',
			additionalFields: { firstName: 'Person', lastName: '={{ $json.last }}' },
		},
		items: Array.from({ length: count }, (_, index) => ({
			number: `+1202555${String(1000 + index)}`,
			last: `Number${index}`,
		})),
	});
	expect(error).toBeUndefined();
};

describe('A list to choose from', () => {
	it('shows records by name, one page at first', async () => {
		const { results } = await contacts();
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) {
			expect(name).not.toBe('');
			expect(value).toMatch(/^[\da-f]{24}$/);
		}
		expect(lists()).toHaveLength(1);
	});

	it('goes on where it stopped, until its end', async () => {
		await addContacts(230);
		const seen: unknown[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await contacts({ token });
			seen.push(...results.map(({ value }) => value));
			token = paginationToken;
		} while (token !== undefined);
		expect(seen.length).toBeGreaterThanOrEqual(230);
		expect(new Set(seen).size).toBe(seen.length);
	});

	it('is searched by the service where it can, in each way that may find something', async () => {
		await addContacts(120);
		const { results } = await contacts({ filter: 'Number119' });
		expect(results.map(({ name }) => name)).toEqual([expect.stringContaining('Person Number119')]);
		expect(lists().map(({ query }) => query)).toEqual([
			expect.objectContaining({ firstName: 'Number119' }),
			expect.objectContaining({ lastName: 'Number119' }),
		]);
	});

	it('is just empty when nothing is found', async () => {
		expect(await contacts({ filter: 'Nobody' })).toEqual({ results: [] });
	});

	it('says what to do when there is nothing to choose from', async () => {
		const body = { success: true, data: [], pagination: { totalCount: 0, hasNext: false } };
		sandbox().misbehave({ provider: 'sakari', times: 1, operationId: 'contact.getMany', behaviour: { kind: 'status', status: 200, body } });
		await expect(contacts()).rejects.toThrow(/no contacts yet\. "Contact: Create" adds one/);
	});
});

describe('A record that a field names', () => {
	const get = async (contactId: unknown) =>
		await runNode({
			sandbox: sandbox(),
			node: 'sakari',
			parameters: { resource: 'contact', operation: 'get', contactId: contactId as string },
			items: [{ id: (await contacts()).results[0]!.value as string }],
		});

	it.each([
		['from the list', { __rl: true, mode: 'list', value: '={{ $json.id }}' }],
		['by its ID', { __rl: true, mode: 'id', value: '={{ $json.id }}' }],
		['as text, as an expression may', '={{ $json.id }}'],
	])('can be given %s', async (_, contactId) => {
		const { items, error } = await get(contactId);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
	});

	it.each([
		{ __rl: true, mode: 'list', value: '={{ $json.nothing }}' },
		{ __rl: true, mode: 'id', value: '../x' },
		'={{ { other: 1 } }}',
	])(
		'is told to be missing or wrong before anything is sent: %j',
		async (contactId) => {
			const { error, requests } = await get(contactId);
			expect(error?.message).toMatch(/'Contact' (must|is not)/);
			expect(requests.filter(({ operationId }) => operationId === 'contact.get')).toEqual([]);
		},
	);
});
